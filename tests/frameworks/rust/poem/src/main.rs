//! An application in poem-openapi with what its users write; each operation gives back what it understood.

mod answers;
mod files;
mod rooms;
mod values;

use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Route, Server};
use poem_openapi::{OpenApiService, Tags};

#[derive(Tags)]
pub enum Tag {
    Rooms,
    Values,
    Files,
    Answers,
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let parts = (rooms::Api::default(), values::Api, files::Api, answers::Api);
    let service = OpenApiService::new(parts, "Rooms", "1");
    let spec = service.spec_endpoint();
    let app = Route::new().nest("/", service).at("/openapi.json", spec);
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
    println!("http://{}", acceptor.local_addr()[0].as_socket_addr().unwrap());
    std::thread::spawn(|| {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        std::process::exit(0);
    });
    Server::new_with_acceptor(acceptor).run(app).await
}
