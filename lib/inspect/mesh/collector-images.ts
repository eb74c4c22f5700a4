/** A collector of OpenTelemetry, as far as the name of its image tells. */
export interface CollectorImage {
  /** Whether the project itself built it, so that it is known what is in it. */
  readonly isOfProject: boolean;
  /** The second number of its version, `91` of 0.91.0; of an unknown version infinite, since that is newest more often than not. */
  readonly minor: number;
}

const COLLECTOR = /(^|[/-])(opentelemetry-collector|otel-collector|otelcol)/;
const OF_PROJECT = /(^|\/)opentelemetry-collector(-contrib|-k8s)?$/;

/** What collector an image is; undefined for anything else. */
export function collectorImage(image: string): CollectorImage | undefined {
  const [withTag] = image.split('@', 1);
  const [, name, tag = ''] = /^(.*?)(?::([^:/]*))?$/s.exec(withTag) ?? [];
  if (name === undefined || !COLLECTOR.test(name)) {
    return undefined;
  }
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(tag) ?? [];
  return { isOfProject: OF_PROJECT.test(name), minor: major === '0' ? Number(minor) : Number.POSITIVE_INFINITY };
}
