package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/timestamppb"

	"specmill.test/frameworks/gateway/pb"
)

var made = timestamppb.New(time.Date(2026, 1, 2, 3, 4, 5, 678901000, time.UTC))

type library struct {
	pb.UnimplementedLibraryServiceServer
	shelves []*pb.Shelf
}

func (l *library) find(name string) (int, error) {
	at := slices.IndexFunc(l.shelves, func(one *pb.Shelf) bool { return one.Name == name })
	if at < 0 {
		return at, status.Errorf(codes.NotFound, "no shelf is called %s", name)
	}
	return at, nil
}

func (l *library) ListShelves(_ context.Context, in *pb.ListShelvesRequest) (*pb.ListShelvesResponse, error) {
	found := slices.DeleteFunc(slices.Clone(l.shelves), func(one *pb.Shelf) bool {
		filter := in.GetFilter()
		return len(in.Genres) > 0 && !slices.Contains(in.Genres, one.Genre) ||
			filter.GetLabel() != "" && one.Labels["own"] != filter.GetLabel() ||
			filter.GetMadeAfter() != nil && !one.Made.AsTime().After(filter.GetMadeAfter().AsTime())
	})
	if in.OrderBy == "display_name desc" {
		slices.Reverse(found)
	}
	start, _ := strconv.Atoi(in.PageToken)
	size := int(in.PageSize)
	if size == 0 {
		size = 10
	}
	end := min(start+size, len(found))
	out := &pb.ListShelvesResponse{Shelves: found[min(start, end):end], TotalSize: int64(len(found))}
	if end < len(found) {
		out.NextPageToken = strconv.Itoa(end)
	}
	return out, nil
}

func (l *library) CreateShelf(ctx context.Context, in *pb.CreateShelfRequest) (*pb.Shelf, error) {
	shelf := in.GetShelf()
	if shelf.GetDisplayName() == "" {
		told := status.New(codes.InvalidArgument, "the shelf is not valid")
		told, err := told.WithDetails(&errdetails.BadRequest{FieldViolations: []*errdetails.BadRequest_FieldViolation{
			{Field: "shelf.display_name", Description: "must not be empty"},
		}}, &errdetails.ErrorInfo{Reason: "EMPTY_NAME", Domain: "library"})
		if err != nil {
			return nil, err
		}
		return nil, told.Err()
	}
	id := in.ShelfId
	if id == "" {
		id = fmt.Sprint(len(l.shelves) + 1)
	}
	shelf.Name, shelf.Made = "shelves/"+id, made
	l.shelves = append(l.shelves, shelf)
	_ = grpc.SetHeader(ctx, metadata.Pairs("x-shelf", id))
	return shelf, nil
}

func (l *library) GetShelf(_ context.Context, in *pb.GetShelfRequest) (*pb.Shelf, error) {
	at, err := l.find(in.Name)
	if err != nil {
		return nil, err
	}
	return l.shelves[at], nil
}

func (l *library) UpdateShelf(_ context.Context, in *pb.UpdateShelfRequest) (*pb.Shelf, error) {
	at, err := l.find(in.Shelf.GetName())
	if err != nil {
		return nil, err
	}
	kept := l.shelves[at]
	for _, path := range in.GetUpdateMask().GetPaths() {
		switch path {
		case "display_name":
			kept.DisplayName = in.Shelf.DisplayName
		case "genre":
			kept.Genre = in.Shelf.Genre
		case "height":
			kept.Height = in.Shelf.Height
		case "labels":
			kept.Labels = in.Shelf.Labels
		default:
			return nil, status.Errorf(codes.InvalidArgument, "no field %s", path)
		}
	}
	return kept, nil
}

func (l *library) DeleteShelf(_ context.Context, in *pb.GetShelfRequest) (*emptypb.Empty, error) {
	at, err := l.find(in.Name)
	if err != nil {
		return nil, err
	}
	l.shelves = slices.Delete(l.shelves, at, at+1)
	return &emptypb.Empty{}, nil
}

func (l *library) MergeShelves(_ context.Context, in *pb.MergeShelvesRequest) (*pb.Shelf, error) {
	at, err := l.find(in.Name)
	if err != nil {
		return nil, err
	}
	other, err := l.find(in.Other)
	if err != nil {
		return nil, err
	}
	l.shelves[at].Books = append(l.shelves[at].Books, l.shelves[other].Books...)
	merged := l.shelves[at]
	if !in.Keep {
		l.shelves = slices.Delete(l.shelves, other, other+1)
	}
	return merged, nil
}

func (l *library) GetBook(_ context.Context, in *pb.GetShelfRequest) (*pb.Book, error) {
	return &pb.Book{Title: in.Name, Medium: &pb.Book_Paper{Paper: &pb.Paper{Pages: 3}}}, nil
}
