//! Tasks: resources with lists, pages, conditions and patches.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Status {
    Open,
    InProgress,
    Done,
}

#[derive(Clone, Serialize, Deserialize, ToSchema)]
struct Owner {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    mail: Option<String>,
}

/// What a client says of a task.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct NewTask {
    title: String,
    #[serde(default = "open")]
    #[schema(default = "open")]
    status: Status,
    owner: Option<Owner>,
    #[serde(default)]
    labels: Vec<String>,
    #[schema(value_type = String, example = "12.30")]
    cost: Decimal,
    due_on: Option<NaiveDate>,
    starts_at: Option<DateTime<Utc>>,
    #[serde(default)]
    counts: BTreeMap<String, i64>,
    #[serde(default)]
    extra: serde_json::Value,
    #[schema(minimum = 0, maximum = 9)]
    level: Option<u8>,
}

fn open() -> Status {
    Status::Open
}

/// A task that is kept: its fields beside what the server adds.
#[derive(Clone, Serialize, ToSchema)]
struct Task {
    id: Uuid,
    made: DateTime<Utc>,
    #[serde(flatten)]
    fields: NewTask,
}

/// An absent field stays, null clears it.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct TaskChange {
    title: Option<String>,
    status: Option<Status>,
    #[serde(default, deserialize_with = "some")]
    #[schema(value_type = Option<Owner>)]
    owner: Option<Option<Owner>>,
    #[serde(default, deserialize_with = "some")]
    #[schema(value_type = Option<NaiveDate>)]
    due_on: Option<Option<NaiveDate>>,
}

fn some<'de, T: Deserialize<'de>, D: Deserializer<'de>>(given: D) -> Result<Option<T>, D::Error> {
    T::deserialize(given).map(Some)
}

#[derive(Serialize, ToSchema)]
struct Page<T> {
    items: Vec<T>,
    next_cursor: Option<String>,
    total: u64,
}

#[derive(Serialize, ToSchema)]
pub struct Fault {
    code: String,
    message: String,
}

pub fn fault(status: StatusCode, code: &str, message: &str) -> Response {
    (status, Json(Fault { code: code.into(), message: message.into() })).into_response()
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Several are any of them.
    #[serde(default)]
    status: Vec<Status>,
    label: Option<String>,
    after: Option<DateTime<Utc>>,
    cursor: Option<String>,
    #[serde(default = "ten")]
    #[param(default = 10, minimum = 1, maximum = 100)]
    limit: usize,
}

fn ten() -> usize {
    10
}

type Tasks = State<Arc<Mutex<Vec<Task>>>>;

pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list_tasks, create_task))
        .routes(routes!(get_task, replace_task, update_task, delete_task))
        .with_state(Arc::new(Mutex::new(Vec::new())))
}

fn at(tasks: &[Task], id: Uuid) -> Result<usize, Response> {
    let found = tasks.iter().position(|one| one.id == id);
    found.ok_or_else(|| fault(StatusCode::NOT_FOUND, "no_task", "no such task"))
}

#[utoipa::path(get, path = "/", tag = "tasks", params(Filter), responses((status = 200, body = Page<Task>)))]
async fn list_tasks(State(tasks): Tasks, Query(filter): Query<Filter>) -> Json<Page<Task>> {
    let kept = tasks.lock().unwrap();
    let found: Vec<Task> = kept
        .iter()
        .filter(|one| filter.status.is_empty() || filter.status.contains(&one.fields.status))
        .filter(|one| filter.label.iter().all(|own| one.fields.labels.contains(own)))
        .filter(|one| filter.after.is_none_or(|after| one.made > after))
        .cloned()
        .collect();
    let start: usize = filter.cursor.and_then(|one| one.parse().ok()).unwrap_or(0);
    let end = start + filter.limit;
    Json(Page {
        total: found.len() as u64,
        next_cursor: (end < found.len()).then(|| end.to_string()),
        items: found.into_iter().skip(start).take(filter.limit).collect(),
    })
}

#[utoipa::path(post, path = "/", tag = "tasks", request_body = NewTask, responses(
    (status = 201, body = Task, headers(("Location" = String))), (status = "4XX", body = Fault)))]
async fn create_task(State(tasks): Tasks, Json(fields): Json<NewTask>) -> Response {
    let mut kept = tasks.lock().unwrap();
    let id = Uuid::from_u128(kept.len() as u128 + 1);
    let task = Task { id, made: "2026-01-02T03:04:05.678901Z".parse().unwrap(), fields };
    kept.push(task.clone());
    (StatusCode::CREATED, [(header::LOCATION, format!("/tasks/{id}"))], Json(task)).into_response()
}

#[utoipa::path(get, path = "/{task_id}", tag = "tasks",
    params(("task_id" = Uuid, Path), ("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Task), (status = 304, description = "Not modified"), (status = 404, body = Fault)))]
async fn get_task(State(tasks): Tasks, Path(id): Path<Uuid>, headers: HeaderMap) -> Result<Response, Response> {
    let kept = tasks.lock().unwrap();
    let task = kept[at(&kept, id)?].clone();
    let tag = format!("\"{}\"", task.fields.title);
    if headers.get(header::IF_NONE_MATCH).is_some_and(|one| *one == *tag) {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    Ok(([(header::ETAG, tag), (HeaderName::from_static("x-level"), "3".into())], Json(task)).into_response())
}

#[utoipa::path(put, path = "/{task_id}", tag = "tasks", params(("task_id" = Uuid, Path)), request_body = NewTask,
    responses((status = 200, body = Task), (status = 404, body = Fault)))]
async fn replace_task(State(tasks): Tasks, Path(id): Path<Uuid>, Json(fields): Json<NewTask>) -> Result<Json<Task>, Response> {
    let mut kept = tasks.lock().unwrap();
    let at = at(&kept, id)?;
    kept[at].fields = fields;
    Ok(Json(kept[at].clone()))
}

#[utoipa::path(patch, path = "/{task_id}", tag = "tasks", params(("task_id" = Uuid, Path)), request_body = TaskChange,
    responses((status = 200, body = Task), (status = 404, body = Fault)))]
async fn update_task(State(tasks): Tasks, Path(id): Path<Uuid>, Json(change): Json<TaskChange>) -> Result<Json<Task>, Response> {
    let mut kept = tasks.lock().unwrap();
    let at = at(&kept, id)?;
    let fields = &mut kept[at].fields;
    fields.title = change.title.unwrap_or(fields.title.clone());
    fields.status = change.status.unwrap_or(fields.status);
    fields.owner = change.owner.unwrap_or(fields.owner.clone());
    fields.due_on = change.due_on.unwrap_or(fields.due_on);
    Ok(Json(kept[at].clone()))
}

#[utoipa::path(delete, path = "/{task_id}", tag = "tasks", params(("task_id" = Uuid, Path)),
    responses((status = 204), (status = 404, body = Fault)))]
async fn delete_task(State(tasks): Tasks, Path(id): Path<Uuid>) -> Result<StatusCode, Response> {
    let mut kept = tasks.lock().unwrap();
    let at = at(&kept, id)?;
    kept.remove(at);
    Ok(StatusCode::NO_CONTENT)
}
