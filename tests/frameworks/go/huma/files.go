package main

import (
	"context"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

type uploadForm struct {
	Picture huma.FormFile   `form:"picture" contentType:"image/png" required:"true"`
	More    []huma.FormFile `form:"more" contentType:"text/plain" required:"false"`
	Title   string          `form:"title" required:"true"`
	Labels  []string        `form:"labels" required:"false"`
	Count   int             `form:"count" required:"false"`
}

type uploaded struct {
	Title  string   `json:"title"`
	Name   string   `json:"name"`
	Type   string   `json:"type"`
	Size   int      `json:"size"`
	More   []string `json:"more"`
	Labels []string `json:"labels"`
	Count  int      `json:"count"`
}

var picture = []byte("\x89PNG\r\n\x1a\n\xff\x00")

func binary(mediaType string) map[string]*huma.MediaType {
	return map[string]*huma.MediaType{mediaType: {Schema: &huma.Schema{Type: "string", Format: "binary"}}}
}

func registerFiles(api huma.API) {
	group := huma.NewGroup(api, "/files")
	group.UseSimpleModifier(func(operation *huma.Operation) { operation.Tags = []string{"Files"} })

	huma.Register(group, huma.Operation{OperationID: "upload-form", Method: http.MethodPost, Path: "/form"},
		func(_ context.Context, in *struct {
			RawBody huma.MultipartFormFiles[uploadForm]
		}) (*echo[uploaded], error) {
			form := in.RawBody.Data()
			content, err := io.ReadAll(form.Picture)
			if err != nil {
				return nil, err
			}
			told := uploaded{
				Title: form.Title, Name: form.Picture.Filename, Type: form.Picture.ContentType, Size: len(content),
				More: []string{}, Labels: form.Labels, Count: form.Count,
			}
			for _, one := range form.More {
				text, err := io.ReadAll(one)
				if err != nil {
					return nil, err
				}
				told.More = append(told.More, one.Filename+":"+string(text))
			}
			return &echo[uploaded]{told}, nil
		})
	huma.Register(group, huma.Operation{OperationID: "upload-bytes", Method: http.MethodPut, Path: "/bytes"},
		func(_ context.Context, in *struct {
			Type    string `header:"Content-Type"`
			RawBody []byte `contentType:"application/octet-stream"`
		}) (*echo[map[string]any], error) {
			return &echo[map[string]any]{map[string]any{"size": len(in.RawBody), "type": in.Type}}, nil
		})
	huma.Register(group, huma.Operation{OperationID: "download-bytes", Method: http.MethodGet, Path: "/bytes/{name}",
		Responses: map[string]*huma.Response{"200": {Description: "The file", Content: binary("image/png")}},
	}, func(_ context.Context, in *struct {
		Name string `path:"name"`
	}) (*struct {
		ContentType string `header:"Content-Type"`
		Disposition string `header:"Content-Disposition"`
		Body        []byte
	}, error) {
		return &struct {
			ContentType string `header:"Content-Type"`
			Disposition string `header:"Content-Disposition"`
			Body        []byte
		}{"image/png", `attachment; filename="` + in.Name + `"`, picture}, nil
	})
	// As users write it first: nothing is said of the answer.
	huma.Register(group, huma.Operation{OperationID: "stream-bytes", Method: http.MethodGet, Path: "/stream"},
		func(context.Context, *struct{}) (*huma.StreamResponse, error) {
			return &huma.StreamResponse{Body: func(ctx huma.Context) {
				ctx.SetHeader("Content-Type", "application/octet-stream")
				_, _ = ctx.BodyWriter().Write(picture)
			}}, nil
		})
	huma.Register(group, huma.Operation{OperationID: "undeclared-bytes", Method: http.MethodGet, Path: "/undeclared"},
		func(context.Context, *struct{}) (*struct {
			ContentType string `header:"Content-Type"`
			Body        []byte
		}, error) {
			return &struct {
				ContentType string `header:"Content-Type"`
				Body        []byte
			}{"image/png", picture}, nil
		})
	huma.Register(group, huma.Operation{OperationID: "read-text", Method: http.MethodGet, Path: "/text",
		Responses: map[string]*huma.Response{"200": {
			Description: "Text", Content: map[string]*huma.MediaType{"text/plain": {Schema: &huma.Schema{Type: "string"}}},
		}},
	}, func(context.Context, *struct{}) (*struct {
		ContentType string `header:"Content-Type"`
		Body        []byte
	}, error) {
		return &struct {
			ContentType string `header:"Content-Type"`
			Body        []byte
		}{"text/plain; charset=utf-8", []byte("plain ü")}, nil
	})
}
