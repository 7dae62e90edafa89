//! Values of all types and places.

use std::collections::{BTreeMap, HashSet};

use axum::extract::Path;
use axum::http::HeaderMap;
use axum::{Form, Json};
use axum_extra::extract::{CookieJar, Query};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

#[derive(Serialize, Deserialize, ToSchema)]
struct Point {
    x: f64,
    y: f64,
}

/// The tag is a field.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Shape {
    Circle { radius: f64 },
    Square { side: f64, label: Option<String> },
    Dot(Point),
    Nothing,
}

/// serde's own way: the key is the tag.
#[derive(Serialize, Deserialize, ToSchema)]
enum Step {
    Wait,
    Walk(u32),
    Go { to: Point, fast: bool },
    Jump(Point),
}

/// Tag and content are two fields.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", content = "data", rename_all = "camelCase")]
enum Event {
    UserMade { id: Uuid },
    Count(i64),
    Stopped,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
enum Either {
    Number(i64),
    Text(String),
    Point(Point),
    Many(Vec<Point>),
}

#[derive(Serialize, Deserialize, ToSchema)]
struct Tree {
    label: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(no_recursion)]
    branches: Vec<Tree>,
    #[schema(no_recursion)]
    parent: Option<Box<Tree>>,
}

#[derive(Serialize, Deserialize, ToSchema)]
struct Code(String);

#[derive(Serialize, Deserialize, ToSchema)]
struct Numbers {
    tiny: i8,
    big: i64,
    huge: u64,
    single: f32,
    double: f64,
    maybe: Option<i32>,
    pair: (i32, String),
    set: HashSet<i32>,
    fixed: [u8; 3],
    bytes: Vec<u8>,
    letter: char,
    code: Code,
}

#[derive(Serialize, Deserialize, ToSchema)]
struct Times {
    moment: DateTime<Utc>,
    local: NaiveDateTime,
    day: NaiveDate,
    hour: NaiveTime,
}

#[derive(Serialize, Deserialize, ToSchema)]
struct Login {
    user: String,
    #[serde(default)]
    remember: bool,
    age: Option<u8>,
}

#[derive(Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Asked {
    text: String,
    #[serde(default)]
    flag: bool,
    #[serde(default)]
    ids: Vec<i64>,
    day: Option<NaiveDate>,
    moment: Option<DateTime<Utc>>,
    key: Option<Uuid>,
    #[serde(rename = "sort[by]")]
    sort: Option<String>,
}

pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(echo_shape))
        .routes(routes!(echo_shapes))
        .routes(routes!(echo_step))
        .routes(routes!(echo_event))
        .routes(routes!(echo_either))
        .routes(routes!(echo_tree))
        .routes(routes!(echo_numbers))
        .routes(routes!(echo_times))
        .routes(routes!(echo_value))
        .routes(routes!(echo_mapping))
        .routes(routes!(echo_optional))
        .routes(routes!(send_form))
        .routes(routes!(echo_query))
        .routes(routes!(with_bearer))
        .routes(routes!(with_key))
}

macro_rules! echo {
    ($name:ident, $path:literal, $type:ty) => {
        #[utoipa::path(post, path = $path, tag = "values", request_body = $type, responses((status = 200, body = $type)))]
        async fn $name(Json(given): Json<$type>) -> Json<$type> {
            Json(given)
        }
    };
}

echo!(echo_shape, "/shape", Shape);
echo!(echo_shapes, "/shapes", Vec<Shape>);
echo!(echo_step, "/step", Step);
echo!(echo_event, "/event", Event);
echo!(echo_either, "/either", Either);
echo!(echo_tree, "/tree", Tree);
echo!(echo_numbers, "/numbers", Numbers);
echo!(echo_times, "/times", Times);
echo!(echo_value, "/value", Value);
echo!(echo_mapping, "/mapping", BTreeMap<String, Point>);
echo!(echo_optional, "/optional", Option<Point>);

#[utoipa::path(post, path = "/form", tag = "values",
    request_body(content = Login, content_type = "application/x-www-form-urlencoded"), responses((status = 200, body = Login)))]
async fn send_form(Form(login): Form<Login>) -> Json<Login> {
    Json(login)
}

#[utoipa::path(get, path = "/query/{ratio}/{name}", tag = "values",
    params(("ratio" = f64, Path), ("name" = String, Path), Asked, ("X-Trace" = String, Header), ("visit" = Option<String>, Cookie)),
    responses((status = 200, body = Value)))]
async fn echo_query(Path((ratio, name)): Path<(f64, String)>, Query(asked): Query<Asked>, headers: HeaderMap, cookies: CookieJar) -> Json<Value> {
    let trace = headers["x-trace"].to_str().unwrap();
    Json(json!({
        "ratio": ratio, "name": name, "asked": asked, "trace": trace, "visit": cookies.get("visit").map(|one| one.value()),
    }))
}

#[utoipa::path(get, path = "/bearer", tag = "values", security(("bearer" = [])), responses((status = 200, body = String)))]
async fn with_bearer(headers: HeaderMap) -> String {
    headers["authorization"].to_str().unwrap().into()
}

#[utoipa::path(get, path = "/key", tag = "values", security(("key" = [])), responses((status = 200, body = String)))]
async fn with_key(headers: HeaderMap) -> String {
    headers["x-api-key"].to_str().unwrap().into()
}
