package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/conditional"
)

// Size is a named type of Go: an enumeration is written at each field.
type Size string

// Bed is where a plant stands.
type Bed struct {
	Name  string   `json:"name" maxLength:"20"`
	Depth *float64 `json:"depth,omitempty" doc:"In metres."`
}

// PlantFields are what a client says of a plant; more may come: PATCH sends all that GET gave.
type PlantFields struct {
	_        struct{}          `json:"-" additionalProperties:"true"`
	Name     string            `json:"name" minLength:"1"`
	Size     Size              `json:"size,omitempty" enum:"small,large" default:"small"`
	Level    int32             `json:"level,omitempty" minimum:"0" maximum:"9"`
	Price    string            `json:"price" pattern:"^-?[0-9]+\\.[0-9]+$" doc:"A decimal."`
	Bed      *Bed              `json:"bed,omitempty"`
	Notes    []string          `json:"notes,omitempty"`
	Sizes    map[string]int64  `json:"sizes,omitempty"`
	Extra    map[string]any    `json:"extra,omitempty"`
	Photo    []byte            `json:"photo,omitempty"`
	Sown     *time.Time        `json:"sown,omitempty"`
	Harvest  string            `json:"harvest,omitempty" format:"date"`
	Website  string            `json:"website,omitempty" format:"uri"`
	Labels   map[string]string `json:"labels,omitempty"`
	Neighbor *string           `json:"neighbor" required:"true" nullable:"true"`
}

// Plant is what is kept.
type Plant struct {
	ID   string    `json:"id" format:"uuid"`
	Made time.Time `json:"made"`
	PlantFields
}

type plantPage struct {
	Items      []Plant `json:"items"`
	NextCursor string  `json:"next_cursor,omitempty"`
	Total      int     `json:"total"`
}

type plantsInput struct {
	Size   Size      `query:"size" enum:"small,large"`
	Label  []string  `query:"label,explode"`
	Sort   []string  `query:"sort"`
	After  time.Time `query:"after"`
	Cursor string    `query:"cursor"`
	Limit  int       `query:"limit" minimum:"1" maximum:"100" default:"10"`
}

// PlantInput names a plant; only exported structs may be embedded.
type PlantInput struct {
	ID string `path:"plant-id" format:"uuid"`
}

// ConditionalInput asks for a plant that has changed.
type ConditionalInput struct {
	PlantInput
	conditional.Params
}

type plantOutput struct {
	ETag         string    `header:"ETag"`
	LastModified time.Time `header:"Last-Modified"`
	Body         Plant
}

var (
	made   = time.Date(2026, 1, 2, 3, 4, 5, 678901000, time.UTC)
	plants []Plant
)

func find(id string) (int, error) {
	at := slices.IndexFunc(plants, func(one Plant) bool { return one.ID == id })
	if at < 0 {
		return at, huma.Error404NotFound("no such plant")
	}
	return at, nil
}

func told(plant Plant) *plantOutput {
	return &plantOutput{ETag: strconv.Quote(plant.Name), LastModified: made.Truncate(time.Second), Body: plant}
}

func registerPlants(api huma.API) {
	tags := func(operation *huma.Operation) { operation.Tags = []string{"Plants"} }

	huma.Get(api, "/plants", func(_ context.Context, in *plantsInput) (*struct {
		Link string `header:"Link"`
		Body plantPage
	}, error) {
		found := slices.DeleteFunc(slices.Clone(plants), func(one Plant) bool {
			return in.Size != "" && one.Size != in.Size || !one.Made.After(in.After) ||
				slices.ContainsFunc(in.Label, func(label string) bool { return one.Labels[label] == "" })
		})
		if slices.Contains(in.Sort, "-name") {
			slices.SortFunc(found, func(one, other Plant) int { return -compare(one.Name, other.Name) })
		}
		start, _ := strconv.Atoi(in.Cursor)
		end := min(start+in.Limit, len(found))
		out := &struct {
			Link string `header:"Link"`
			Body plantPage
		}{Body: plantPage{Items: found[min(start, end):end], Total: len(found)}}
		if end < len(found) {
			out.Body.NextCursor = strconv.Itoa(end)
		}
		return out, nil
	}, tags)

	huma.Register(api, huma.Operation{
		OperationID: "create-plant", Method: http.MethodPost, Path: "/plants", Tags: []string{"Plants"}, DefaultStatus: http.StatusCreated,
	}, func(_ context.Context, in *struct{ Body PlantFields }) (*struct {
		Location string `header:"Location"`
		Body     Plant
	}, error) {
		id := fmt.Sprintf("00000000-0000-4000-8000-%012d", len(plants)+1)
		plant := Plant{ID: id, Made: made, PlantFields: in.Body}
		plants = append(plants, plant)
		return &struct {
			Location string `header:"Location"`
			Body     Plant
		}{"/plants/" + id, plant}, nil
	})

	huma.Get(api, "/plants/{plant-id}", func(_ context.Context, in *ConditionalInput) (*plantOutput, error) {
		at, err := find(in.ID)
		if err != nil {
			return nil, err
		}
		if in.HasConditionalParams() {
			if err := in.PreconditionFailed(plants[at].Name, made.Truncate(time.Second)); err != nil {
				return nil, err
			}
		}
		return told(plants[at]), nil
	}, tags, func(operation *huma.Operation) {
		operation.Responses = map[string]*huma.Response{"304": {Description: "Not Modified"}}
		operation.Errors = []int{http.StatusNotFound, http.StatusPreconditionFailed}
	})

	huma.Put(api, "/plants/{plant-id}", func(_ context.Context, in *struct {
		ConditionalInput
		Body PlantFields
	}) (*plantOutput, error) {
		at, err := find(in.ID)
		if err != nil {
			return nil, err
		}
		if in.HasConditionalParams() {
			if err := in.PreconditionFailed(plants[at].Name, made); err != nil {
				return nil, err
			}
		}
		plants[at].PlantFields = in.Body
		return told(plants[at]), nil
	}, tags)

	huma.Delete(api, "/plants/{plant-id}", func(_ context.Context, in *PlantInput) (*struct{}, error) {
		at, err := find(in.ID)
		if err == nil {
			plants = slices.Delete(plants, at, at+1)
		}
		return nil, err
	}, tags)

	huma.Post(api, "/plants/{plant-id}/move", func(_ context.Context, in *struct {
		PlantInput
		Body Bed
	}) (*struct{ Body Bed }, error) {
		at, err := find(in.ID)
		if err != nil {
			return nil, err
		}
		plants[at].Bed = &in.Body
		return &struct{ Body Bed }{in.Body}, nil
	}, tags)
}

func compare(one, other string) int {
	if one < other {
		return -1
	}
	return 1
}
