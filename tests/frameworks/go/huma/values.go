package main

import (
	"context"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// Tree holds trees.
type Tree struct {
	Label    string `json:"label"`
	Branches []Tree `json:"branches,omitempty" nullable:"false"`
}

// Watering and Pruning are what a task can be.
type Watering struct {
	Kind   string  `json:"kind" enum:"watering"`
	Litres float64 `json:"litres"`
}

// Pruning is a task.
type Pruning struct {
	Kind  string    `json:"kind" enum:"pruning"`
	Until time.Time `json:"until"`
}

// Task is a union: huma takes the schema from the type itself.
type Task map[string]any

// Schema registers the members and gives the union.
func (Task) Schema(r huma.Registry) *huma.Schema {
	watering := r.Schema(reflect.TypeFor[Watering](), true, "")
	pruning := r.Schema(reflect.TypeFor[Pruning](), true, "")
	return &huma.Schema{
		OneOf: []*huma.Schema{watering, pruning},
		Discriminator: &huma.Discriminator{
			PropertyName: "kind",
			Mapping:      map[string]string{"watering": watering.Ref, "pruning": pruning.Ref},
		},
	}
}

// Numbers are Go's.
type Numbers struct {
	Tiny    uint8          `json:"tiny"`
	Big     int64          `json:"big"`
	Huge    uint64         `json:"huge"`
	Single  float32        `json:"single"`
	Double  float64        `json:"double"`
	Maybe   *int           `json:"maybe,omitempty"`
	Wait    time.Duration  `json:"wait"`
	Grid    [][]int        `json:"grid"`
	Pair    [2]int         `json:"pair"`
	Any     any            `json:"any"`
	Timings map[int]string `json:"timings,omitempty"`
}

// Filter is an object in the query.
type Filter struct {
	Color string `json:"color,omitempty"`
	Count int    `json:"count,omitempty"`
}

type echo[T any] struct{ Body T }

func give[T any](_ context.Context, in *echo[T]) (*echo[T], error) { return in, nil }

func registerValues(api huma.API) {
	group := huma.NewGroup(api, "/values")
	group.UseSimpleModifier(func(operation *huma.Operation) { operation.Tags = []string{"Values"} })
	post := func(id, path string) huma.Operation {
		return huma.Operation{OperationID: id, Method: http.MethodPost, Path: path}
	}
	huma.Register(group, post("echo-tree", "/tree"), give[Tree])
	huma.Register(group, post("echo-task", "/task"), give[Task])
	huma.Register(group, post("echo-tasks", "/tasks"), give[[]Task])
	huma.Register(group, post("echo-numbers", "/numbers"), give[Numbers])
	huma.Register(group, post("echo-anything", "/anything"), give[any])
	huma.Register(group, post("echo-mapping", "/mapping"), give[map[string]Bed])

	huma.Register(group, huma.Operation{OperationID: "echo-query", Method: http.MethodGet, Path: "/query/{ratio}"},
		func(_ context.Context, in *struct {
			Ratio  float64   `path:"ratio"`
			Text   string    `query:"text" required:"true"`
			Big    int64     `query:"big"`
			Flag   bool      `query:"flag" default:"true"`
			Ids    []int     `query:"ids"`
			Words  []string  `query:"words,explode"`
			Moment time.Time `query:"moment"`
			Day    time.Time `query:"day" format:"date" timeFormat:"2006-01-02"`
			Filter Filter    `query:"filter,deepObject"`
			Trace  string    `header:"X-Trace"`
			Since  time.Time `header:"X-Since"`
			Limits []int     `header:"X-Limits"`
			Visit  string    `cookie:"visit"`
			Seen   int       `cookie:"seen"`
		}) (*echo[map[string]any], error) {
			return &echo[map[string]any]{map[string]any{
				"ratio": in.Ratio, "text": in.Text, "big": in.Big, "flag": in.Flag, "ids": in.Ids, "words": in.Words,
				"moment": in.Moment, "day": in.Day, "filter": in.Filter, "trace": in.Trace, "since": in.Since,
				"limits": in.Limits, "visit": in.Visit, "seen": in.Seen,
			}}, nil
		})
	huma.Register(group, huma.Operation{
		OperationID: "with-bearer", Method: http.MethodGet, Path: "/bearer", Security: []map[string][]string{{"bearer": {}}},
	}, func(_ context.Context, in *struct {
		Sent string `header:"Authorization" hidden:"true"`
	}) (*echo[string], error) {
		return &echo[string]{in.Sent}, nil
	})
	huma.Register(group, huma.Operation{
		OperationID: "with-key", Method: http.MethodGet, Path: "/key", Security: []map[string][]string{{"key": {}}},
	}, func(_ context.Context, in *struct {
		Sent string `header:"X-API-Key" hidden:"true"`
	}) (*echo[string], error) {
		return &echo[string]{in.Sent}, nil
	})
}
