"""The SPARQL endpoint: queries in processes that can be ended, in a fair queue, within limits."""

import asyncio
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from fastapi.responses import Response, StreamingResponse

from api.answer_cache import AnswerCache, is_repeatable
from api.fair_queue import FairQueue
from api.often_asked import OftenAsked
from api.rdf_formats import media_types
from api.settings import Settings
from api.sparql_request import Asked
from api.stores import open_reading
from graph.federation import Guarded, guard_services
from graph.store import Reading, ReadingLimits, Request
from ontology.errors import ForbiddenError, NachbarwissenError, QueryError

__all__ = ["SparqlEndpoint"]

# Beyond this many waiting queries the last would wait longer than its client does.
MAX_WAITING = 200
# Common clients and proxies give up after a minute.
PATIENCE_S = 60.0
CACHE_BYTES = 32 * 2**20
# A thousand rows of five columns; larger answers are asked for once, not again and again.
CACHED_ANSWER_BYTES = 2**19
CHUNK_BYTES = 2**18
# So many of the queries asked again and again are answered anew over a new state, one by one: a
# client among others in the queue, who leaves a place to them.
RENEWED = 20
RENEWER = "renewal"


class SparqlEndpoint:
    """Answers queries over read-only stores; its processes start with the first query."""

    def __init__(self, settings: Settings) -> None:
        limits = ReadingLimits(
            seconds=settings.sparql_seconds,
            max_rows=settings.sparql_max_rows,
            max_bytes=settings.sparql_max_mb * 2**20,
            memory_bytes=settings.sparql_memory_mb * 2**20,
            processes=settings.sparql_processes,
        )
        self._services = frozenset(settings.sparql_services.split())
        self._pool = open_reading(settings, limits)
        self._queue = FairQueue(limits.processes, max_waiting=MAX_WAITING, patience_s=PATIENCE_S)
        self._often = OftenAsked()
        self._renewing: asyncio.Task[None] | None = None
        self._cache = AnswerCache(max_bytes=CACHE_BYTES, max_answer_bytes=CACHED_ANSWER_BYTES)

    def warm_up(self) -> None:
        """Start the processes before the first query comes."""
        self._pool.warm_up()

    def close(self) -> None:
        """End the processes."""
        self._pool.close()

    async def answer(
        self, store: Path, asked: Asked, *, accept: str | None, client: str, base_iri: str
    ) -> Response:
        """Return the answer of a query over the store in a folder, whole or an error instead."""
        types = media_types(accept, format_name=asked.format_name)
        formats = {kind: chosen.name for kind, chosen in types.items()}
        reading = await self.read(store, asked, formats=formats, client=client, base_iri=base_iri)
        return _response(reading, types[reading.kind].media_type)

    async def read(
        self, store: Path, asked: Asked, *, formats: Mapping[str, str], client: str, base_iri: str
    ) -> Reading:
        """Return the whole answer of a query; `formats` names one for each kind of answer."""
        guarded = guard_services(asked.query, self._services, base=base_iri)
        request = Request(
            store, guarded.text, formats, asked.default_graphs, asked.named_graphs, base_iri
        )
        key = _key(request)
        reading = self._cache.get((store, *key))
        if not is_repeatable(guarded.text):
            return await self._read(request, guarded, client)
        if reading is None:
            reading = await self._read(request, guarded, client)
            self._cache.keep((store, *key), reading)
        renewed = self._often.note(key, request)[:RENEWED]
        if renewed:
            self._renewing = asyncio.create_task(self._renew(renewed))
        return reading

    async def _renew(self, requests: Sequence[Request]) -> None:
        """Ask again what is asked often, so that after a change nobody waits for it."""
        for request in requests:
            key = (request.store, *_key(request))
            if self._cache.get(key) is not None:
                continue
            with suppress(NachbarwissenError):
                reading = await self._read(request, Guarded(request.query), RENEWER)
                self._cache.keep(key, reading)
                if reading.file is not None:
                    reading.file.close()

    async def _read(self, request: Request, guarded: Guarded, client: str) -> Reading:
        async with self._queue.place(client):
            loop = asyncio.get_running_loop()
            try:
                return await loop.run_in_executor(None, self._pool.read, request)
            except QueryError as error:
                if type(error) is QueryError and guarded.refused:
                    raise ForbiddenError(_refused(guarded, self._services)) from error
                raise


def _key(request: Request) -> tuple[Hashable, ...]:
    """Return what two requests of the same answer over the same state have in common."""
    formats = tuple(request.formats.items())
    graphs = (request.default_graphs, request.named_graphs)
    return (request.query, formats, *graphs, request.base_iri)


def _refused(guarded: Guarded, services: frozenset[str]) -> str:
    allowed = ", ".join(sorted(services)) or "none"
    return f"SERVICE {', '.join(guarded.refused)} is not allowed here; allowed: {allowed}."


def _response(reading: Reading, media_type: str) -> Response:
    headers = {"Vary": "Accept"}
    if reading.file is None:
        return Response(reading.body, media_type=media_type, headers=headers)
    headers["Content-Length"] = str(reading.size)
    return StreamingResponse(_chunks(reading.file), media_type=media_type, headers=headers)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK_BYTES):
            yield chunk
