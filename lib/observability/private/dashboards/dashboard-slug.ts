import { createHash } from 'node:crypto';

/** What is in front of it in the address of a dashboard, of which Grafana takes 40 characters. */
export const ADDRESS = 'cdk8s-mesh-';

const LONGEST = 40 - ADDRESS.length;
const MARK = 8;

/** What the files and the address of a dashboard are named after: the words of its title, and of a long or foreign one a checksum. */
export function dashboardSlug(title: string): string {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (words !== '' && words.length <= LONGEST) {
    return words;
  }
  const mark = createHash('sha256').update(title).digest('hex').slice(0, MARK);
  return `${words.slice(0, LONGEST - MARK - 1)}-${mark}`.replace(/^-|(?<=-)-/g, '');
}
