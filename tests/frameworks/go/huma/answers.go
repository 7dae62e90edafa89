package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/sse"
)

// Tick is an event.
type Tick struct {
	At    time.Time `json:"at"`
	Count int       `json:"count"`
}

// Done ends a stream.
type Done struct {
	Reason string `json:"reason"`
}

type location struct {
	Location string `header:"Location"`
}

func registerAnswers(api huma.API) {
	group := huma.NewGroup(api, "/answers")
	group.UseSimpleModifier(func(operation *huma.Operation) { operation.Tags = []string{"Answers"} })
	get := func(id, path string) huma.Operation {
		return huma.Operation{OperationID: id, Method: http.MethodGet, Path: path}
	}

	sse.Register(group, get("watch-garden", "/events"), map[string]any{"message": Tick{}, "done": Done{}},
		func(_ context.Context, in *struct {
			Count int `query:"count" default:"2"`
		}, send sse.Sender) {
			for number := range in.Count {
				_ = send(sse.Message{ID: number + 1, Data: Tick{At: made, Count: number}})
			}
			_ = send.Data(Done{Reason: "all told"})
		})
	moved := get("moved", "/moved")
	moved.DefaultStatus = http.StatusFound
	huma.Register(group, moved, func(context.Context, *struct{}) (*location, error) {
		return &location{"/files/text"}, nil
	})
	other := huma.Operation{OperationID: "send-elsewhere", Method: http.MethodPost, Path: "/elsewhere", DefaultStatus: http.StatusSeeOther}
	huma.Register(group, other, func(context.Context, *struct{ Body Bed }) (*location, error) {
		return &location{"/plants/none"}, nil
	})
	accepted := huma.Operation{OperationID: "start", Method: http.MethodPost, Path: "/start", DefaultStatus: http.StatusAccepted}
	huma.Register(group, accepted, func(context.Context, *struct{}) (*struct {
		RetryAfter int            `header:"Retry-After"`
		Cookies    []*http.Cookie `header:"Set-Cookie"`
		Body       Done
	}, error) {
		return &struct {
			RetryAfter int            `header:"Retry-After"`
			Cookies    []*http.Cookie `header:"Set-Cookie"`
			Body       Done
		}{3, []*http.Cookie{{Name: "job", Value: "7"}, {Name: "theme", Value: "dark"}}, Done{"begun"}}, nil
	})
	huma.Register(group, get("empty", "/empty"), func(context.Context, *struct{}) (*struct{}, error) { return nil, nil })
	teapot := get("teapot", "/teapot")
	teapot.Errors = []int{http.StatusTeapot, http.StatusConflict}
	huma.Register(group, teapot, func(context.Context, *struct{}) (*struct{}, error) {
		return nil, huma.NewError(http.StatusTeapot, "short and stout", &huma.ErrorDetail{
			Message: "no coffee", Location: "body.drink", Value: "coffee",
		}, errors.New("try tea"))
	})
	huma.Register(group, get("broken", "/broken"), func(context.Context, *struct{}) (*echo[Done], error) {
		return nil, huma.Error503ServiceUnavailable("closed for the winter")
	})
}
