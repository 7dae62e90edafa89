//! Answers that are no plain objects.

use std::convert::Infallible;

use axum::Json;
use axum::body::Body;
use axum::extract::Query;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use futures_util::stream::{self, Stream};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::tasks::{Fault, fault};

#[derive(Serialize, ToSchema)]
struct Tick {
    at: String,
    count: u32,
}

#[derive(Deserialize, IntoParams)]
struct There {
    there: bool,
}

pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(watch))
        .routes(routes!(lines))
        .routes(routes!(moved))
        .routes(routes!(see_other))
        .routes(routes!(start))
        .routes(routes!(maybe))
        .routes(routes!(empty))
        .routes(routes!(text))
        .routes(routes!(teapot))
        .routes(routes!(broken))
}

fn tick(count: u32) -> Tick {
    Tick { at: "noon".into(), count }
}

#[utoipa::path(get, path = "/watch", tag = "answers", responses((status = 200, content_type = "text/event-stream", body = Tick)))]
async fn watch() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = (0..2).map(|count| Event::default().id(count.to_string()).event("tick").json_data(tick(count)).unwrap());
    Sse::new(stream::iter(events.map(Ok).collect::<Vec<_>>()))
}

#[utoipa::path(get, path = "/lines", tag = "answers", responses((status = 200, content_type = "application/x-ndjson", body = Tick)))]
async fn lines() -> Response {
    let lines = (0..2).map(|count| Ok::<_, Infallible>(serde_json::to_string(&tick(count)).unwrap() + "\n"));
    let body = Body::from_stream(stream::iter(lines.collect::<Vec<_>>()));
    ([(header::CONTENT_TYPE, "application/x-ndjson")], body).into_response()
}

#[utoipa::path(get, path = "/moved", tag = "answers", responses((status = 307, description = "Moved", headers(("Location" = String)))))]
async fn moved() -> Redirect {
    Redirect::temporary("/answers/text")
}

#[utoipa::path(post, path = "/see-other", tag = "answers", responses((status = 303, description = "See other"), (status = 400, body = Fault)))]
async fn see_other() -> Redirect {
    Redirect::to("/answers/text")
}

#[utoipa::path(post, path = "/start", tag = "answers", responses((status = 202, body = Tick, headers(("Retry-After" = u32)))))]
async fn start() -> Response {
    let headers: [(HeaderName, &str); 3] =
        [(header::RETRY_AFTER, "3"), (header::SET_COOKIE, "job=7"), (header::SET_COOKIE, "theme=dark")];
    (StatusCode::ACCEPTED, AppendHeaders(headers), Json(tick(7))).into_response()
}

#[utoipa::path(get, path = "/maybe", tag = "answers", params(There), responses((status = 200, body = Option<Tick>)))]
async fn maybe(Query(asked): Query<There>) -> Json<Option<Tick>> {
    Json(asked.there.then(|| tick(1)))
}

#[utoipa::path(get, path = "/empty", tag = "answers", responses((status = 200, description = "Nothing")))]
async fn empty() {}

#[utoipa::path(get, path = "/text", tag = "answers", responses((status = 200, body = String)))]
async fn text() -> &'static str {
    "plain ü"
}

#[utoipa::path(get, path = "/teapot", tag = "answers", responses((status = 200, body = Tick), (status = 418, body = Fault)))]
async fn teapot() -> Response {
    fault(StatusCode::IM_A_TEAPOT, "TEA", "short and stout")
}

#[utoipa::path(get, path = "/broken", tag = "answers", responses((status = 200, body = Tick)))]
async fn broken() -> (StatusCode, &'static str) {
    (StatusCode::SERVICE_UNAVAILABLE, "closed for the winter")
}
