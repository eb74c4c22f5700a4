import { Duration } from 'cdk8s';

/** A duration as Go reads it, and so Istio and others that are written in it: `10s`, `1500ms`. */
export function durationText(duration: Duration): string {
  const milliseconds = duration.toMilliseconds();
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
