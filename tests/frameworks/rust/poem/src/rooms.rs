//! Rooms: resources with lists, pages, conditions and patches.

use std::collections::HashMap;
use std::sync::Mutex;

use chrono::{DateTime, NaiveDate, Utc};
use poem::error::ResponseError;
use poem::http::StatusCode;
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::types::{Any, Base64, MaybeUndefined, Type};
use poem_openapi::{ApiResponse, Enum, Object, OpenApi};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::Tag;

#[derive(Clone, Copy, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
enum Size {
    Small,
    ExtraLarge,
}

#[derive(Clone, Object)]
struct Owner {
    name: String,
    #[oai(skip_serializing_if_is_none)]
    mail: Option<String>,
}

/// What a client says of a room.
#[derive(Clone, Object)]
#[oai(rename_all = "camelCase")]
struct NewRoom {
    #[oai(validator(min_length = 1, max_length = 20))]
    title: String,
    #[oai(default = "small")]
    size: Size,
    owner: Option<Owner>,
    #[oai(default)]
    labels: Vec<String>,
    price: Decimal,
    free_on: Option<NaiveDate>,
    opens_at: Option<DateTime<Utc>>,
    #[oai(default)]
    counts: HashMap<String, i64>,
    extra: Option<Any<serde_json::Value>>,
    photo: Option<Base64<Vec<u8>>>,
    #[oai(validator(minimum(value = "0"), maximum(value = "9")))]
    level: Option<u8>,
}

fn small() -> Size {
    Size::Small
}

#[derive(Clone, Object)]
struct Room {
    #[oai(read_only)]
    id: Uuid,
    #[oai(read_only)]
    made: DateTime<Utc>,
    #[oai(flatten)]
    fields: NewRoom,
}

/// An absent field stays, null clears it.
#[derive(Object)]
#[oai(rename_all = "camelCase")]
struct RoomChange {
    title: Option<String>,
    size: Option<Size>,
    owner: MaybeUndefined<Owner>,
    free_on: MaybeUndefined<NaiveDate>,
}

#[derive(Object)]
struct Page<T: poem_openapi::types::ParseFromJSON + poem_openapi::types::ToJSON + Type> {
    items: Vec<T>,
    next_page_token: Option<String>,
    total: u64,
}

#[derive(Object)]
pub struct Problem {
    title: String,
    status: u16,
    detail: Option<String>,
}

/// What is not valid is told in the form of all other errors.
#[derive(ApiResponse)]
#[oai(bad_request_handler = "refused")]
enum Created {
    #[oai(status = 201)]
    Created(Json<Room>, #[oai(header = "Location")] String),
    #[oai(status = 400, content_type = "application/problem+json")]
    Refused(Json<Problem>),
}

#[derive(ApiResponse)]
enum Found {
    #[oai(status = 200)]
    Found(Json<Room>, #[oai(header = "ETag")] String),
    #[oai(status = 304)]
    NotModified,
}

#[derive(ApiResponse)]
enum Gone {
    #[oai(status = 204)]
    Gone,
}

#[derive(ApiResponse)]
enum Missing {
    #[oai(status = 404, content_type = "application/problem+json")]
    Missing(Json<Problem>),
}

fn refused(error: poem::Error) -> Created {
    Created::Refused(Json(Problem { title: "Not valid".into(), status: 400, detail: Some(error.to_string()) }))
}

fn missing() -> Missing {
    Missing::Missing(Json(Problem { title: "Not found".into(), status: 404, detail: Some("no such room".into()) }))
}

#[derive(Default)]
pub struct Api {
    rooms: Mutex<Vec<Room>>,
}

#[OpenApi(prefix_path = "/rooms", tag = "Tag::Rooms")]
impl Api {
    /// List rooms.
    #[oai(path = "/", method = "get")]
    async fn list_rooms(
        &self,
        /// Several are any of them.
        size: Query<Option<Vec<Size>>>,
        label: Query<Option<String>>,
        after: Query<Option<DateTime<Utc>>>,
        page_token: Query<Option<String>>,
        #[oai(default = "ten", validator(minimum(value = "1"), maximum(value = "100")))] page_size: Query<usize>,
    ) -> Json<Page<Room>> {
        let kept = self.rooms.lock().unwrap();
        let found: Vec<Room> = kept
            .iter()
            .filter(|one| size.0.as_ref().is_none_or(|sizes| sizes.contains(&one.fields.size)))
            .filter(|one| label.0.iter().all(|own| one.fields.labels.contains(own)))
            .filter(|one| after.0.is_none_or(|after| one.made > after))
            .cloned()
            .collect();
        let start: usize = page_token.0.and_then(|one| one.parse().ok()).unwrap_or(0);
        let end = start + page_size.0;
        Json(Page {
            total: found.len() as u64,
            next_page_token: (end < found.len()).then(|| end.to_string()),
            items: found.into_iter().skip(start).take(page_size.0).collect(),
        })
    }

    /// Create a room.
    #[oai(path = "/", method = "post")]
    async fn create_room(&self, room: Json<NewRoom>) -> Created {
        let mut kept = self.rooms.lock().unwrap();
        let id = Uuid::from_u128(kept.len() as u128 + 1);
        let made = "2026-01-02T03:04:05.678901Z".parse().unwrap();
        kept.push(Room { id, made, fields: room.0 });
        Created::Created(Json(kept.last().unwrap().clone()), format!("/rooms/{id}"))
    }

    /// Get a room, if it has changed.
    #[oai(path = "/:room_id", method = "get")]
    async fn get_room(&self, room_id: Path<Uuid>, #[oai(name = "If-None-Match")] known: Header<Option<String>>) -> Result<Found, Missing> {
        let kept = self.rooms.lock().unwrap();
        let room = kept.iter().find(|one| one.id == room_id.0).ok_or_else(missing)?;
        let tag = format!("\"{}\"", room.fields.title);
        Ok(if known.0.as_ref() == Some(&tag) { Found::NotModified } else { Found::Found(Json(room.clone()), tag) })
    }

    /// Replace a room.
    #[oai(path = "/:room_id", method = "put")]
    async fn replace_room(&self, room_id: Path<Uuid>, room: Json<NewRoom>) -> Result<Json<Room>, Missing> {
        let mut kept = self.rooms.lock().unwrap();
        let own = kept.iter_mut().find(|one| one.id == room_id.0).ok_or_else(missing)?;
        own.fields = room.0;
        Ok(Json(own.clone()))
    }

    /// Change some fields of a room.
    #[oai(path = "/:room_id", method = "patch")]
    async fn update_room(&self, room_id: Path<Uuid>, change: Json<RoomChange>) -> Result<Json<Room>, Missing> {
        let mut kept = self.rooms.lock().unwrap();
        let own = kept.iter_mut().find(|one| one.id == room_id.0).ok_or_else(missing)?;
        let fields = &mut own.fields;
        fields.title = change.0.title.unwrap_or(fields.title.clone());
        fields.size = change.0.size.unwrap_or(fields.size);
        change.0.owner.update_to(&mut fields.owner);
        change.0.free_on.update_to(&mut fields.free_on);
        Ok(Json(own.clone()))
    }

    /// Delete a room.
    #[oai(path = "/:room_id", method = "delete")]
    async fn delete_room(&self, room_id: Path<Uuid>) -> Result<Gone, Missing> {
        let mut kept = self.rooms.lock().unwrap();
        let at = kept.iter().position(|one| one.id == room_id.0).ok_or_else(missing)?;
        kept.remove(at);
        Ok(Gone::Gone)
    }
}

fn ten() -> usize {
    10
}

/// An error that the spec says nothing of.
#[derive(Debug, thiserror::Error)]
#[error("closed for the winter")]
pub struct Closed;

impl ResponseError for Closed {
    fn status(&self) -> StatusCode {
        StatusCode::SERVICE_UNAVAILABLE
    }
}
