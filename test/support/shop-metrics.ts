/** Series as promtool takes them: what is selected, to its values, of which there is one each minute. */
export type Samples = Readonly<Record<string, string>>;

const WEB = 'destination_service_name="web",destination_service_namespace="shop",destination_workload="web-v1",destination_workload_namespace="shop",destination_version="v1"';

/** Requests to `web` that the proxies of the called count. */
export function requests(labels = 'response_code="200",connection_security_policy="mutual_tls"', reporter = 'destination'): string {
  return `istio_requests_total{reporter="${reporter}",${WEB},${labels}}`;
}

/** A bucket of how long they take. */
export function bucket(bound: string, reporter = 'destination'): string {
  return `istio_request_duration_milliseconds_bucket{reporter="${reporter}",${WEB},le="${bound}"}`;
}

/** How many of them were timed. */
export function timed(reporter = 'destination'): string {
  return `istio_request_duration_milliseconds_count{reporter="${reporter}",${WEB}}`;
}

function timesOf(reporter: string): Samples {
  return {
    [bucket('25', reporter)]: '0+8x300',
    [bucket('50', reporter)]: '0+10x300',
    [bucket('500', reporter)]: '0+10x300',
    [bucket('1000', reporter)]: '0+10x300',
    [bucket('+Inf', reporter)]: '0+10x300',
    [timed(reporter)]: '0+10x300',
  };
}

/** A mesh in which all is well, for five hours: ten requests each minute to `web`. Callers count each of them, too. */
export const WELL: Samples = {
  [requests()]: '0+10x300',
  [requests('response_code="200",connection_security_policy="unknown"', 'source')]: '0+10x300',
  ...timesOf('destination'),
  ...timesOf('source'),
  'pilot_xds{version="1.30"}': '3x300',
  'pilot_total_xds_rejects{type="cds"}': '0x300',
  'pilot_total_xds_internal_errors': '0x300',
  'otelcol_receiver_refused_spans_total{receiver="otlp"}': '0x300',
  'otelcol_exporter_send_failed_spans{exporter="otlp"}': '0x300',
};
