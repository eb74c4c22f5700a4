import * as cdk8s from 'cdk8s';
import { Chart } from 'cdk8s';
import { Istio } from '../../lib';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { moduleText } from '../../lib/migrate/chart-plan';
import { importObjects } from '../../lib/migrate/import-objects';
import type { Imported } from '../../lib/migrate/imported';
import { runTypeScript } from './run-typescript';

type KubeValue = Readonly<Record<string, any>>;

/** What was read, what became of it, the module that was written, and what it renders when it runs as a user's. */
export interface RoundTrip extends Imported {
  readonly read: readonly KubeValue[];
  readonly text: string;
  readonly rendered: readonly KubeValue[];
}

/** Imports YAML, by its names, and runs what was written. */
export function roundTrip(files: Readonly<Record<string, string>>, lift = true): RoundTrip {
  const input = readInput(Object.entries(files).map(([name, text]) => new SourceFile(name, text)));
  const sources = input.objects.map(({ value, document, path }) => (
    { value, comments: [], place: () => ({ file: document.file.name, line: document.positionOf(path).line }) }
  ));
  const imported = importObjects(sources, { lift });
  const text = moduleText(imported.charts);
  return { ...imported, read: sources.map(({ value }) => value), text, rendered: renderedBy(text) };
}

/** What the charts of a module render, in the order of their names. */
export function renderedBy(text: string): KubeValue[] {
  const app = new cdk8s.App();
  Istio.mesh().applyTo(app);
  const classes = Object.entries(runTypeScript(text, '.')) as Array<[string, new (scope: cdk8s.App, id: string) => Chart]>;
  const charts = classes.map(([name, ImportedChart]) => new ImportedChart(app, name));
  const problems = app.node.findAll().flatMap(construct => construct.node.validate());
  return problems.length > 0 ? [{ problems }] : charts.flatMap(chart => chart.toJson() as KubeValue[]);
}

/** Objects in an order that does not depend on where they come from, each with what stands for it apart from its place. */
export function inOrder(objects: readonly KubeValue[]): KubeValue[] {
  const key = ({ apiVersion, kind, metadata = {} }: KubeValue): string => JSON.stringify([kind, metadata.namespace, metadata.name, apiVersion]);
  return [...objects].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
