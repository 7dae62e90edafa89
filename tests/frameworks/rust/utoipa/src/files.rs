//! Uploads and downloads.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Multipart, Path};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\xff\x00";

/// axum reads the parts; utoipa is told what they are.
#[derive(ToSchema)]
#[allow(dead_code)]
struct Upload {
    title: String,
    count: Option<i32>,
    labels: Vec<String>,
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    #[schema(value_type = Vec<String>, format = Binary)]
    more: Option<Vec<Vec<u8>>>,
}

pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(upload))
        .routes(routes!(put_bytes))
        .routes(routes!(put_text))
        .routes(routes!(download))
        .routes(routes!(download_as_numbers))
        .routes(routes!(table))
}

#[utoipa::path(post, path = "/", tag = "files", request_body(content = Upload, content_type = "multipart/form-data"),
    responses((status = 200, body = Vec<Value>)))]
async fn upload(mut form: Multipart) -> Json<Vec<Value>> {
    let mut parts = Vec::new();
    while let Some(part) = form.next_field().await.unwrap() {
        let (name, file, kind) = (part.name().map(String::from), part.file_name().map(String::from), part.content_type().map(String::from));
        let content = part.bytes().await.unwrap();
        parts.push(match file {
            Some(file) => json!({"name": name, "file": file, "type": kind, "size": content.len()}),
            None => json!({"name": name, "text": String::from_utf8_lossy(&content)}),
        });
    }
    Json(parts)
}

#[utoipa::path(put, path = "/bytes", tag = "files", request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = Value)))]
async fn put_bytes(headers: HeaderMap, content: Bytes) -> Json<Value> {
    Json(json!({"size": content.len(), "type": headers["content-type"].to_str().unwrap()}))
}

#[utoipa::path(put, path = "/text", tag = "files", request_body = String, responses((status = 200, body = String)))]
async fn put_text(text: String) -> String {
    text
}

#[utoipa::path(get, path = "/{name}", tag = "files", params(("name" = String, Path)), responses(
    (status = 200, content_type = "image/png", body = inline(Binary), headers(("Content-Disposition" = String)))))]
async fn download(Path(name): Path<String>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, "image/png".into()), (header::CONTENT_DISPOSITION, disposition)], PICTURE).into_response()
}

#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[allow(dead_code)]
struct Binary(Vec<u8>);

/// As users write it first: the type of the content is the one of Rust.
#[utoipa::path(get, path = "/numbers", tag = "files",
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>)))]
async fn download_as_numbers() -> Response {
    ([(header::CONTENT_TYPE, "application/octet-stream")], PICTURE).into_response()
}

#[utoipa::path(get, path = "/table", tag = "files", responses((status = 200, content_type = "text/csv", body = String)))]
async fn table() -> Response {
    ([(header::CONTENT_TYPE, "text/csv; charset=utf-8")], "a,b\r\n1,ü\r\n").into_response()
}
