import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../checks/finding';
import { answered } from '../once-per';
import { ConstructMetadata, METADATA_FILE } from './construct-metadata';

/** A file of metadata, and where it lies. */
export interface PlacedMetadata {
  readonly folder: string;
  readonly metadata: ConstructMetadata;
}

/** Finds the metadata that an app has written with its manifests: beside a manifest, or above it as far as layouts of an app have folders. */
export class MetadataFiles {
  private readonly known = new Map<string, PlacedMetadata | undefined>();

  /** What is said of a manifest; undefined when nobody says anything, or there is no such file. */
  public of(manifest: string): PlacedMetadata | undefined {
    return existsSync(manifest) ? this.above(path.dirname(path.resolve(manifest)), LEVELS) : undefined;
  }

  /** The same findings, each with the construct of its object where that is known. */
  public nameConstructs(findings: readonly Finding[]): Finding[] {
    const placedOf = new Map<string, PlacedMetadata | undefined>();
    return findings.map(finding => {
      const placed = finding.object === undefined ? undefined : answered(placedOf, finding.file, file => this.of(file));
      const construct = placed?.metadata.constructOf(path.relative(placed.folder, path.resolve(finding.file)).split(path.sep).join('/'), finding.object!);
      return construct === undefined ? finding : withConstruct(finding, construct);
    });
  }

  private above(folder: string, levels: number): PlacedMetadata | undefined {
    return answered(this.known, folder, () => read(folder) ?? (levels === 0 ? undefined : this.above(path.dirname(folder), levels - 1)));
  }
}

/** An environment, a chart and a namespace can lie between. */
const LEVELS = 3;

/** The construct stands behind its object. */
function withConstruct({ code, rule, severity, message, object, ...more }: Finding, construct: string): Finding {
  return { code, rule, severity, message, object, construct, ...more };
}

function read(folder: string): PlacedMetadata | undefined {
  try {
    return { folder, metadata: ConstructMetadata.parse(readFileSync(path.join(folder, METADATA_FILE), 'utf8')) };
  } catch {
    return undefined;
  }
}
