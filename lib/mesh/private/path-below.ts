import { IConstruct } from 'constructs';

/** The path that a construct will have, for errors that come before it is there. */
export function pathBelow({ node: { path } }: IConstruct, id: string): string {
  return path === '' ? id : `${path}/${id}`;
}
