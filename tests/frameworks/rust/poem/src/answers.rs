//! Answers that are no plain objects.

use futures_util::stream::{self, BoxStream, StreamExt};
use poem_openapi::param::Query;
use poem_openapi::payload::{EventStream, Json, PlainText};
use poem_openapi::{ApiResponse, Object, OpenApi};

use crate::Tag;
use crate::rooms::Closed;

#[derive(Object)]
struct Tick {
    at: String,
    count: u32,
}

#[derive(Object)]
struct Fault {
    code: String,
    message: String,
}

#[derive(ApiResponse)]
enum Moved {
    #[oai(status = 302)]
    Moved(#[oai(header = "Location")] String),
}

#[derive(ApiResponse)]
enum Started {
    #[oai(status = 202)]
    Started(Json<Tick>, #[oai(header = "Retry-After")] u32),
}

#[derive(ApiResponse)]
enum Maybe {
    #[oai(status = 200)]
    There(Json<Tick>),
    #[oai(status = 204)]
    Nothing,
    #[oai(status = 206)]
    Part(PlainText<String>),
}

#[derive(ApiResponse)]
enum Teapot {
    #[oai(status = 200)]
    Coffee(Json<Tick>),
    #[oai(status = 418)]
    Teapot(Json<Fault>),
}

pub struct Api;

#[OpenApi(prefix_path = "/answers", tag = "Tag::Answers")]
impl Api {
    #[oai(path = "/watch", method = "get", operation_id = "watch")]
    async fn watch(&self) -> EventStream<BoxStream<'static, Tick>> {
        EventStream::new(stream::iter([0, 1]).map(|count| Tick { at: "noon".into(), count }).boxed())
    }

    #[oai(path = "/moved", method = "get", operation_id = "moved")]
    async fn moved(&self) -> Moved {
        Moved::Moved("/answers/text".into())
    }

    #[oai(path = "/start", method = "post", operation_id = "start")]
    async fn start(&self) -> Started {
        Started::Started(Json(Tick { at: "now".into(), count: 7 }), 3)
    }

    #[oai(path = "/maybe", method = "get", operation_id = "maybe")]
    async fn maybe(&self, what: Query<String>) -> Maybe {
        match what.0.as_str() {
            "nothing" => Maybe::Nothing,
            "part" => Maybe::Part(PlainText("some".into())),
            _ => Maybe::There(Json(Tick { at: "noon".into(), count: 1 })),
        }
    }

    #[oai(path = "/empty", method = "get", operation_id = "empty")]
    async fn empty(&self) {}

    #[oai(path = "/text", method = "get", operation_id = "text")]
    async fn text(&self) -> PlainText<String> {
        PlainText("plain ü".into())
    }

    #[oai(path = "/teapot", method = "get", operation_id = "teapot")]
    async fn teapot(&self, #[oai(default)] coffee: Query<bool>) -> Teapot {
        if coffee.0 {
            return Teapot::Coffee(Json(Tick { at: "noon".into(), count: 0 }));
        }
        Teapot::Teapot(Json(Fault { code: "TEA".into(), message: "short and stout".into() }))
    }

    #[oai(path = "/closed", method = "get", operation_id = "closed")]
    async fn closed(&self) -> poem::Result<Json<Tick>> {
        Err(Closed.into())
    }
}
