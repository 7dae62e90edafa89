// An application in huma with what its users write; each operation gives back what it understood.
package main

import (
	"github.com/go-chi/chi/v5"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/danielgtaylor/huma/v2/autopatch"

	frameworks "specmill.test/frameworks"
)

func main() {
	mux := chi.NewMux()
	config := huma.DefaultConfig("Garden", "1.0.0")
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"bearer": {Type: "http", Scheme: "bearer", BearerFormat: "JWT"},
		"key":    {Type: "apiKey", In: "header", Name: "X-API-Key"},
	}
	api := humachi.New(mux, config)
	registerPlants(api)
	registerValues(api)
	registerFiles(api)
	registerAnswers(api)
	autopatch.AutoPatch(api)
	frameworks.Serve(mux)
}
