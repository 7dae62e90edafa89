package main

import (
	"context"
	"errors"
	"io"

	"google.golang.org/genproto/googleapis/api/httpbody"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/emptypb"

	"specmill.test/frameworks/gateway/pb"
)

type values struct {
	pb.UnimplementedValueServiceServer
}

func (values) EchoScalars(_ context.Context, in *pb.Scalars) (*pb.Scalars, error) { return in, nil }

func (values) EchoWellKnown(_ context.Context, in *pb.WellKnown) (*pb.WellKnown, error) {
	return in, nil
}

func (values) EchoTree(_ context.Context, in *pb.Tree) (*pb.Tree, error) { return in, nil }

func (values) EchoQuery(_ context.Context, in *pb.Asked) (*pb.Asked, error) { return in, nil }

func (values) GetCaller(ctx context.Context, _ *emptypb.Empty) (*pb.Caller, error) {
	sent := metadata.ValueFromIncomingContext(ctx, "authorization")
	if len(sent) == 0 {
		return nil, status.Error(codes.Unauthenticated, "who are you?")
	}
	return &pb.Caller{Authorization: sent[0]}, nil
}

type media struct {
	pb.UnimplementedMediaServiceServer
}

var picture = []byte("\x89PNG\r\n\x1a\n\xff\x00")

func (media) Download(_ context.Context, in *pb.GetShelfRequest) (*httpbody.HttpBody, error) {
	if in.Name == "page" {
		return &httpbody.HttpBody{ContentType: "text/html", Data: []byte("<p>ü</p>")}, nil
	}
	return &httpbody.HttpBody{ContentType: "image/png", Data: picture}, nil
}

func (media) Export(_ *emptypb.Empty, stream grpc.ServerStreamingServer[httpbody.HttpBody]) error {
	for _, part := range [][]byte{picture[:4], picture[4:]} {
		if err := stream.Send(&httpbody.HttpBody{ContentType: "image/png", Data: part}); err != nil {
			return err
		}
	}
	return nil
}

func (media) Watch(in *pb.WatchRequest, stream grpc.ServerStreamingServer[pb.Tick]) error {
	for number := range in.Count {
		if err := stream.Send(&pb.Tick{Number: int64(number), At: made}); err != nil {
			return err
		}
	}
	if in.Fail {
		return status.Error(codes.Aborted, "the clock stopped")
	}
	return nil
}

func (media) ImportBooks(stream grpc.ClientStreamingServer[pb.Book, pb.TitlesResponse]) error {
	out := &pb.TitlesResponse{}
	for {
		book, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return stream.SendAndClose(out)
		}
		if err != nil {
			return err
		}
		out.Titles = append(out.Titles, book.Title)
	}
}

func (media) Converse(stream grpc.BidiStreamingServer[pb.Book, pb.Book]) error {
	for {
		book, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := stream.Send(book); err != nil {
			return err
		}
	}
}

func (media) Store(_ context.Context, in *httpbody.HttpBody) (*httpbody.HttpBody, error) {
	return in, nil
}

func (media) Titles(context.Context, *emptypb.Empty) (*pb.TitlesResponse, error) {
	return &pb.TitlesResponse{Titles: []string{"Emma", "Ü"}}, nil
}

func (media) Refuse(context.Context, *pb.WatchRequest) (*pb.Tick, error) {
	return nil, status.Error(codes.FailedPrecondition, "not on a Sunday")
}
