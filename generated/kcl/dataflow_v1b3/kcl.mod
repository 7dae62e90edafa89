[package]
name = "dataflow_v1b3"
edition = "v0.11.0"
version = "0.1.0"
