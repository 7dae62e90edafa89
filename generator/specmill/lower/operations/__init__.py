"""Operations: parameters, bodies, responses, streams, webhooks, links."""
