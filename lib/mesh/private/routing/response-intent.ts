import { DirectResponse } from '../../direct-response';
import type { ResponseIntent } from '../intent';
import { requireStatus } from './require-status';

/** The mesh takes no longer text. */
const MOST_BYTES = 2 ** 20;

/** @throws when the mesh cannot answer so */
export function responseIntent({ status, body }: DirectResponse, place: string): ResponseIntent {
  requireStatus(status, place);
  const bytes = Buffer.byteLength(body ?? '');
  if (bytes > MOST_BYTES) {
    throw new Error(`${place}: a body of ${bytes} bytes is longer than the ${MOST_BYTES} bytes that the mesh accepts. Let a service respond.`);
  }
  return { status, body };
}
