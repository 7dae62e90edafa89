[package]
name = "kubeflow_pipelines_v1beta1"
edition = "v0.11.0"
version = "0.1.0"
