//! Uploads and downloads.

use poem::Body;
use poem_openapi::param::Path;
use poem_openapi::payload::{Attachment, Binary, Html, Json, PlainText, Response};
use poem_openapi::types::multipart::{JsonField, Upload};
use poem_openapi::{Multipart, Object, OpenApi};

use crate::Tag;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\xff\x00";

#[derive(Object)]
struct Meta {
    title: String,
    labels: Vec<String>,
}

#[derive(Multipart)]
struct Form {
    title: String,
    count: Option<i32>,
    #[oai(default)]
    labels: Vec<String>,
    file: Upload,
    more: Vec<Upload>,
    meta: Option<JsonField<Meta>>,
}

#[derive(Object)]
struct Uploaded {
    title: String,
    count: Option<i32>,
    labels: Vec<String>,
    name: Option<String>,
    kind: Option<String>,
    size: usize,
    more: Vec<String>,
    meta: Option<Meta>,
}

pub struct Api;

#[OpenApi(prefix_path = "/files", tag = "Tag::Files")]
impl Api {
    #[oai(path = "/", method = "post", operation_id = "upload")]
    async fn upload(&self, form: Form) -> Json<Uploaded> {
        let (name, kind) = (form.file.file_name().map(String::from), form.file.content_type().map(String::from));
        let mut more = Vec::new();
        for one in form.more {
            more.push(one.into_string().await.unwrap());
        }
        Json(Uploaded {
            title: form.title, count: form.count, labels: form.labels, name, kind,
            size: form.file.into_vec().await.unwrap().len(), more, meta: form.meta.map(|one| one.0),
        })
    }

    #[oai(path = "/bytes", method = "put", operation_id = "put_bytes")]
    async fn put_bytes(&self, content: Binary<Vec<u8>>) -> Json<usize> {
        Json(content.0.len())
    }

    #[oai(path = "/stream", method = "put", operation_id = "put_stream")]
    async fn put_stream(&self, content: Binary<Body>) -> Json<usize> {
        Json(content.0.into_vec().await.unwrap().len())
    }

    #[oai(path = "/text", method = "put", operation_id = "put_text")]
    async fn put_text(&self, text: PlainText<String>) -> PlainText<String> {
        text
    }

    #[oai(path = "/named/:name", method = "get", operation_id = "download")]
    async fn download(&self, name: Path<String>) -> Attachment<Vec<u8>> {
        Attachment::new(PICTURE.to_vec()).filename(name.0)
    }

    #[oai(path = "/raw", method = "get", operation_id = "raw_bytes")]
    async fn raw_bytes(&self) -> Response<Binary<Vec<u8>>> {
        Response::new(Binary(PICTURE.to_vec())).header("X-Level", "3")
    }

    #[oai(path = "/page", method = "get", operation_id = "page")]
    async fn page(&self) -> Html<String> {
        Html("<p>ü</p>".into())
    }
}
