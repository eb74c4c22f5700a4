import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { environmentSets, FileSet, INSTALL_FILE, installedOnce, PublishedFolders } from '../../cli/environment-sets';
import type { MetadataFiles } from '../../inspect/model/metadata-files';
import { SourceFile } from '../../inspect/model/source-file';

/** The manifests of an app as the sets that are judged each for itself, each with the values of its installation, which lie beside the manifests. */
export function renderedSets(manifests: readonly string[], metadata: MetadataFiles): FileSet[] {
  const disk = new Disk();
  return environmentSets(manifests.map(file => disk.read(file))).map(({ files, ...said }) => {
    const values = installFiles(files.map(({ name }) => name).filter(name => !INSTALL_FILE.test(name)), metadata);
    return { files: installedOnce([...new Set([...files, ...values.map(file => disk.read(file))])]), ...said };
  });
}

/** Reads each file once. */
class Disk {
  private readonly known = new Map<string, SourceFile>();

  public read(file: string): SourceFile {
    const place = path.resolve(file);
    const found = this.known.get(place) ?? SourceFile.decode(file.split(path.sep).join('/'), readFileSync(file));
    this.known.set(place, found);
    return found;
  }
}

function installFiles(manifests: readonly string[], metadata: MetadataFiles): string[] {
  const published = new PublishedFolders();
  const folders = new Set(manifests.flatMap(manifest => {
    const folder = published.of(manifest);
    return [folder ?? path.dirname(manifest), ...folder === undefined ? [] : originOf(folder, manifest, metadata)];
  }));
  return [...folders].flatMap(folder => installFilesIn(path.join(folder, 'install')));
}

/** Where the folder of a manifest was published to, if the manifest is a copy for `cdk8s synth`. */
function originOf(folder: string, manifest: string, metadata: MetadataFiles): string[] {
  const placed = metadata.of(manifest);
  return placed?.metadata.published === undefined ? [] : [path.join(placed.folder, placed.metadata.published, path.relative(placed.folder, folder))];
}

function installFilesIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => INSTALL_FILE.test(`install/${name}`)).sort() : [];
  return names.map(name => path.relative('', path.resolve(folder, name)));
}
