import { MetricName } from '../../lib';

test('[F076] the five metrics of the mesh have the names under which proxies count', () => {
  const { ISTIO_REQUESTS, ISTIO_REQUEST_DURATION, ISTIO_REQUEST_BYTES, ISTIO_RESPONSE_BYTES, ISTIO_TCP_OPENED } = MetricName;
  expect([ISTIO_REQUESTS, ISTIO_REQUEST_DURATION, ISTIO_REQUEST_BYTES, ISTIO_RESPONSE_BYTES, ISTIO_TCP_OPENED]).toEqual([
    'istio_requests_total', 'istio_request_duration_milliseconds', 'istio_request_bytes', 'istio_response_bytes', 'istio_tcp_connections_opened_total',
  ]);
});
