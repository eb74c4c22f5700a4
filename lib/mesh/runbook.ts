import { IConstruct } from 'constructs';
import { runbookText } from './private/runbook/runbook-text';

/**
 * What people have to do and to look at who run what is rendered, with the real names: a page in Markdown.
 *
 * `new MeshApp({ runbook: true })` writes one into the folder of each environment.
 */
export class Runbook {
  /** The runbook of all that is below a scope. Environments below it have runbooks of their own. */
  public static of(scope: IConstruct): Runbook {
    return new Runbook(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /** The page, as things are now; empty when there is nothing to say. */
  public get markdown(): string {
    return runbookText(this.scope) ?? '';
  }
}
