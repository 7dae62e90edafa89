//! Values of all types and places.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use poem_openapi::auth::{ApiKey, Bearer};
use poem_openapi::param::{Cookie, Header, Path, Query};
use poem_openapi::payload::{Form, Json, PlainText};
use poem_openapi::types::{Any, Email};
use poem_openapi::{Enum, NewType, Object, OpenApi, SecurityScheme, Union};
use serde::Deserialize;
use uuid::Uuid;

use crate::Tag;

#[derive(Object)]
struct Circle {
    radius: f64,
}

#[derive(Object)]
struct Square {
    side: f64,
    label: Option<String>,
}

/// The tag is a field with the names of the types.
#[derive(Union)]
#[oai(discriminator_name = "kind")]
enum Shape {
    Circle(Circle),
    #[oai(mapping = "box")]
    Square(Square),
}

/// Exactly one of them fits.
#[derive(Union)]
#[oai(one_of)]
enum Either {
    Circle(Circle),
    Square(Square),
}

#[derive(Object)]
struct Tree {
    label: String,
    #[oai(default)]
    branches: Vec<Tree>,
    parent: Option<Box<Tree>>,
}

#[derive(NewType)]
struct Code(String);

#[derive(Enum)]
enum Level {
    #[oai(rename = "the lowest")]
    Lowest,
    Highest,
}

#[derive(Object)]
struct Numbers {
    tiny: i8,
    big: i64,
    huge: u64,
    single: f32,
    double: f64,
    maybe: Option<i32>,
    grid: Vec<Vec<i32>>,
    code: Code,
    level: Level,
    mail: Option<Email>,
}

#[derive(Object)]
struct Times {
    moment: DateTime<Utc>,
    local: NaiveDateTime,
    day: NaiveDate,
    hour: NaiveTime,
}

#[derive(Object, Deserialize)]
struct Login {
    user: String,
    #[oai(default)]
    #[serde(default)]
    remember: bool,
    age: Option<u8>,
}

#[derive(Object)]
struct Asked {
    ratio: f64,
    name: String,
    text: String,
    flag: bool,
    ids: Vec<i64>,
    day: Option<NaiveDate>,
    moment: Option<DateTime<Utc>>,
    key: Option<Uuid>,
    level: Option<Level>,
    trace: String,
    visit: Option<String>,
}

#[derive(SecurityScheme)]
#[oai(ty = "bearer")]
struct Token(Bearer);

#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "X-API-Key", key_in = "header")]
struct Key(ApiKey);

pub struct Api;

#[OpenApi(prefix_path = "/values", tag = "Tag::Values")]
impl Api {
    #[oai(path = "/shape", method = "post", operation_id = "echo_shape")]
    async fn echo_shape(&self, shape: Json<Shape>) -> Json<Shape> {
        shape
    }

    #[oai(path = "/shapes", method = "post", operation_id = "echo_shapes")]
    async fn echo_shapes(&self, shapes: Json<Vec<Shape>>) -> Json<Vec<Shape>> {
        shapes
    }

    #[oai(path = "/either", method = "post", operation_id = "echo_either")]
    async fn echo_either(&self, either: Json<Either>) -> Json<Either> {
        either
    }

    #[oai(path = "/tree", method = "post", operation_id = "echo_tree")]
    async fn echo_tree(&self, tree: Json<Tree>) -> Json<Tree> {
        tree
    }

    #[oai(path = "/numbers", method = "post", operation_id = "echo_numbers")]
    async fn echo_numbers(&self, numbers: Json<Numbers>) -> Json<Numbers> {
        numbers
    }

    #[oai(path = "/times", method = "post", operation_id = "echo_times")]
    async fn echo_times(&self, times: Json<Times>) -> Json<Times> {
        times
    }

    #[oai(path = "/mapping", method = "post", operation_id = "echo_mapping")]
    async fn echo_mapping(&self, mapping: Json<HashMap<String, Circle>>) -> Json<HashMap<String, Circle>> {
        mapping
    }

    #[oai(path = "/any", method = "post", operation_id = "echo_any")]
    async fn echo_any(&self, any: Json<Any<serde_json::Value>>) -> Json<Any<serde_json::Value>> {
        any
    }

    #[oai(path = "/form", method = "post", operation_id = "send_form")]
    async fn send_form(&self, form: Form<Login>) -> Json<Login> {
        Json(form.0)
    }

    #[oai(path = "/query/:ratio/:name", method = "get", operation_id = "echo_query")]
    #[allow(clippy::too_many_arguments)]
    async fn echo_query(
        &self,
        ratio: Path<f64>,
        name: Path<String>,
        text: Query<String>,
        #[oai(default)] flag: Query<bool>,
        #[oai(default)] ids: Query<Vec<i64>>,
        day: Query<Option<NaiveDate>>,
        moment: Query<Option<DateTime<Utc>>>,
        key: Query<Option<Uuid>>,
        level: Query<Option<Level>>,
        #[oai(name = "X-Trace")] trace: Header<String>,
        visit: Cookie<Option<String>>,
    ) -> Json<Asked> {
        Json(Asked {
            ratio: ratio.0, name: name.0, text: text.0, flag: flag.0, ids: ids.0, day: day.0, moment: moment.0, key: key.0,
            level: level.0, trace: trace.0, visit: visit.0,
        })
    }

    #[oai(path = "/bearer", method = "get", operation_id = "with_bearer")]
    async fn with_bearer(&self, token: Token) -> PlainText<String> {
        PlainText(token.0.token)
    }

    #[oai(path = "/key", method = "get", operation_id = "with_key")]
    async fn with_key(&self, key: Key) -> PlainText<String> {
        PlainText(key.0.key)
    }
}
