//! An application in axum with utoipa and what its users write; each operation gives back what it understood.

mod answers;
mod files;
mod tasks;
mod values;

use axum::{Json, Router, routing::get};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;

#[derive(OpenApi)]
#[openapi(info(title = "Tasks", version = "1"), modifiers(&Credentials))]
struct Description;

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let components = api.components.get_or_insert_with(Default::default);
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        let key = ApiKey::Header(ApiKeyValue::new("X-API-Key"));
        components.add_security_scheme("key", SecurityScheme::ApiKey(key));
    }
}

#[tokio::main]
async fn main() {
    let (router, description) = OpenApiRouter::with_openapi(Description::openapi())
        .nest("/tasks", tasks::router())
        .nest("/values", values::router())
        .nest("/files", files::router())
        .nest("/answers", answers::router())
        .split_for_parts();
    let app: Router = router.route("/openapi.json", get(|| async { Json(description) }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(|| {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        std::process::exit(0);
    });
    axum::serve(listener, app).await.unwrap();
}
