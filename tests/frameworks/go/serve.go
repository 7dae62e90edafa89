// Package frameworks holds what the applications in Go share.
package frameworks

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
)

// Serve listens on a free port of the loopback, prints the base URL and ends with standard input.
func Serve(handler http.Handler) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	fmt.Printf("http://%s\n", listener.Addr())
	log.Fatal(http.Serve(listener, handler))
}
