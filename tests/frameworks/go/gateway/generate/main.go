// Compiles library.proto and hands it to the plugins of protoc, which are tools of this module.
package main

import (
	"bytes"
	"context"
	"log"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/bufbuild/protocompile"
	"github.com/bufbuild/protocompile/protoutil"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/pluginpb"

	_ "github.com/grpc-ecosystem/grpc-gateway/v2/protoc-gen-openapiv2/options"
	_ "google.golang.org/genproto/googleapis/api/annotations"
	_ "google.golang.org/genproto/googleapis/api/httpbody"
)

const source = "library.proto"

func main() {
	out := os.Args[1]
	files := compile()
	plugins := map[string]string{
		"protoc-gen-go": "paths=source_relative", "protoc-gen-go-grpc": "paths=source_relative",
		"protoc-gen-grpc-gateway": "paths=source_relative", "protoc-gen-openapiv2": "",
	}
	for plugin, parameter := range plugins {
		run(plugin, parameter, files, out)
	}
}

// compile returns the file and all that it imports, the imported ones first.
func compile() []*descriptorpb.FileDescriptorProto {
	known := protocompile.ResolverFunc(func(path string) (protocompile.SearchResult, error) {
		file, err := protoregistry.GlobalFiles.FindFileByPath(path)
		return protocompile.SearchResult{Desc: file}, err
	})
	own := &protocompile.SourceResolver{ImportPaths: []string{"gateway"}}
	compiler := protocompile.Compiler{
		Resolver:       protocompile.CompositeResolver{own, known},
		SourceInfoMode: protocompile.SourceInfoStandard,
	}
	compiled, err := compiler.Compile(context.Background(), source)
	if err != nil {
		log.Fatal(err)
	}
	var files []*descriptorpb.FileDescriptorProto
	seen := map[string]bool{}
	var add func(protoreflect.FileDescriptor)
	add = func(file protoreflect.FileDescriptor) {
		if seen[file.Path()] {
			return
		}
		seen[file.Path()] = true
		for index := range file.Imports().Len() {
			add(file.Imports().Get(index).FileDescriptor)
		}
		files = append(files, protoutil.ProtoFromFileDescriptor(file))
	}
	add(compiled[0])
	return files
}

func run(plugin, parameter string, files []*descriptorpb.FileDescriptorProto, out string) {
	request, err := proto.Marshal(&pluginpb.CodeGeneratorRequest{
		FileToGenerate: []string{source}, Parameter: proto.String(parameter), ProtoFile: files,
	})
	if err != nil {
		log.Fatal(err)
	}
	command := exec.Command("go", "tool", plugin)
	var told bytes.Buffer // the plugins warn of imported files without comments
	command.Stdin, command.Stderr = bytes.NewReader(request), &told
	answer, err := command.Output()
	if err != nil {
		log.Fatalf("%s: %v\n%s", plugin, err, told.String())
	}
	var response pluginpb.CodeGeneratorResponse
	if err := proto.Unmarshal(answer, &response); err != nil {
		log.Fatal(err)
	}
	if response.Error != nil {
		log.Fatalf("%s: %s", plugin, response.GetError())
	}
	for _, file := range response.File {
		path := filepath.Join(out, file.GetName())
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(file.GetContent()), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
