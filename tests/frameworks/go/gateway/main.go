// A gRPC service behind grpc-gateway with what its users write; each method gives back what it understood.
package main

import (
	"context"
	_ "embed"
	"log"
	"net"
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	frameworks "specmill.test/frameworks"
	"specmill.test/frameworks/gateway/pb"
)

//go:embed pb/library.swagger.json
var spec []byte

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer()
	pb.RegisterLibraryServiceServer(server, &library{})
	pb.RegisterValueServiceServer(server, &values{})
	pb.RegisterMediaServiceServer(server, &media{})
	go func() { log.Fatal(server.Serve(listener)) }()

	// By default %2F counts as a slash of the path: a value with a slash would be two.
	gateway := runtime.NewServeMux(runtime.WithUnescapingMode(runtime.UnescapingModeAllExceptReserved))
	ctx := context.Background()
	options := []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	for _, register := range []func(context.Context, *runtime.ServeMux, string, []grpc.DialOption) error{
		pb.RegisterLibraryServiceHandlerFromEndpoint, pb.RegisterValueServiceHandlerFromEndpoint, pb.RegisterMediaServiceHandlerFromEndpoint,
	} {
		if err := register(ctx, gateway, listener.Addr().String(), options); err != nil {
			log.Fatal(err)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(spec)
	})
	mux.Handle("/", gateway)
	frameworks.Serve(mux)
}
