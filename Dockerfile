# specmill as a container: docker run --rm -v "$PWD:/work" specmill check
FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip wheel --no-cache-dir --wheel-dir /wheels '.[docs,models]'

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links /wheels 'specmill[docs,models]'
WORKDIR /work
ENTRYPOINT ["specmill"]
CMD ["--help"]
