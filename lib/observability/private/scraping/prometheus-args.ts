import { Duration, Size } from 'cdk8s';
import { durationText } from './duration-text';

/** Where Prometheus finds its files, and keeps what it has seen. */
export const FOLDERS = { files: '/etc/prometheus/files', data: '/prometheus' } as const;

/** How much Prometheus keeps. */
export interface Retention {
  readonly time: Duration;
  /** of the volume */
  readonly size: Size;
}

/** What Prometheus is told when it starts. It uses no more than a part of its volume, since it stops when that is full. */
export function prometheusArgs({ time, size }: Retention, place: string): string[] {
  return [
    `--config.file=${FOLDERS.files}/prometheus.yml`,
    `--storage.tsdb.path=${FOLDERS.data}`,
    `--storage.tsdb.retention.time=${durationText(time, `${place}: retention`)}`,
    `--storage.tsdb.retention.size=${Math.floor(size.toMebibytes() * USED)}MB`,
  ];
}

const USED = 0.8;
