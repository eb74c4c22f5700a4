import { existsSync } from 'node:fs';
import path from 'node:path';
import { IConstruct } from 'constructs';
import { deliveryMarksOf } from '../../mesh/private/delivery-marks';

/**
 * The output folder, as a path from the root of the repository: what is said, or where the app writes, seen from the folder in which it runs. Empty
 * for the root itself.
 *
 * @throws when what is said is no such path, and when the app says that it writes outside of the folder in which it runs
 */
export function outputFolderOf(place: IConstruct, said: string | undefined): string {
  return said === undefined ? folderOfApp(place) : requireInRepository(place, said);
}

/** A path in a folder, which may be the root. */
export function inFolder(folder: string, below: string): string {
  return folder === '' ? below : `${folder}/${below}`;
}

function requireInRepository({ node }: IConstruct, said: string): string {
  const folder = path.posix.normalize(said).replace(/\/$/, '');
  if (path.posix.isAbsolute(said) || isOutside(folder)) {
    throw new Error(`${node.path}: outputFolder "${said}" is not a folder of a repository. Write its path from the root, such as "dist", or "." for the root itself.`);
  }
  return folder === '.' ? '' : folder;
}

function folderOfApp(place: IConstruct): string {
  const { outdir } = deliveryMarksOf(place);
  const folder = path.relative('', outdir).split(path.sep).join('/');
  if (!path.isAbsolute(folder) && !isOutside(folder)) {
    warnBelowRoot(place, folder);
    return folder;
  }
  const problem = `the app writes to "${outdir}", outside its working folder, so its place in the repository is unknown`;
  if (!path.isAbsolute(outdir)) {
    throw new Error(`${place.node.path}: ${problem}. Set outputFolder: "dist".`);
  }
  // Of a machine alone: a test renders into a folder of its own.
  warn(place, `${problem}: "${USUAL}" is named`, USUAL);
  return USUAL;
}

/** Where apps write that say nothing. */
const USUAL = 'dist';

function isOutside(folder: string): boolean {
  return folder === '..' || folder.startsWith('../');
}

/** What is rendered does not depend on it: the same program gives the same bytes where there is no repository. */
function warnBelowRoot(place: IConstruct, folder: string): void {
  const root = repositoryAbove(process.cwd());
  const here = root === undefined ? '' : path.relative(root, process.cwd()).split(path.sep).join('/');
  if (here !== '') {
    const written = folder === '' ? here : `${here}/${folder}`;
    warn(place, `names the folder "${folder === '' ? '.' : folder}" of the repository, but this app writes to "${written}"`, written);
  }
}

function warn({ node }: IConstruct, problem: string, repair: string): void {
  process.emitWarning(`${node.path}: ${problem}. Set outputFolder: "${repair}".`, { type: 'OutputFolder' });
}

/** The folder with the repository that another one is in. */
function repositoryAbove(folder: string): string | undefined {
  const parent = path.dirname(folder);
  return existsSync(path.join(folder, '.git')) ? folder : parent === folder ? undefined : repositoryAbove(parent);
}
