"""A few counters in the text format that Prometheus reads."""

import threading
from collections import Counter

__all__ = ["Metrics"]


class Metrics:
    """Counts requests by route and status, and the seconds they took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._seconds: dict[str, float] = {}

    def count(self, route: str, status: int, seconds: float) -> None:
        """Count one request; `route` is the pattern, never the address, so it stays small."""
        with self._lock:
            self._requests[route, status] += 1
            self._seconds[route] = self._seconds.get(route, 0.0) + seconds

    def text(self, gauges: dict[str, int]) -> str:
        """Return all counters, and the gauges given, one sample a line."""
        with self._lock:
            requests, seconds = sorted(self._requests.items()), sorted(self._seconds.items())
        lines = ["# TYPE nachbarwissen_requests_total counter"]
        lines += [
            f'nachbarwissen_requests_total{{route="{route}",status="{status}"}} {count}'
            for (route, status), count in requests
        ]
        lines.append("# TYPE nachbarwissen_request_seconds_total counter")
        lines += [
            f'nachbarwissen_request_seconds_total{{route="{route}"}} {spent:.6f}'
            for route, spent in seconds
        ]
        for name, value in sorted(gauges.items()):
            lines += [f"# TYPE nachbarwissen_{name} gauge", f"nachbarwissen_{name} {value}"]
        return "\n".join(lines) + "\n"
