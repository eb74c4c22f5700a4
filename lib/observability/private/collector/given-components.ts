import { requireGiven } from '../../../mesh/private/require-given';
import type { ComponentIntent, ComponentKind } from './component-intent';

/** Something that stands for a component. */
interface GivenComponent {
  readonly _component: ComponentIntent;
}

/** What is said of each kind, and what makes one. */
const WORDS: Readonly<Record<ComponentKind, readonly [what: string, maker: string]>> = {
  receivers: ['receiver', 'OtelReceiver'],
  processors: ['processor', 'OtelProcessor'],
  exporters: ['exporter', 'OtelExporter'],
  extensions: ['extension', 'OtelExtension'],
};

/** Components that came in where one kind is wanted. @throws when one is nothing, or of another kind, which a compiler does not see */
export function givenComponents(kind: ComponentKind, things: readonly GivenComponent[], place: string): ComponentIntent[] {
  const [what, maker] = WORDS[kind];
  return things.map((thing, index) => {
    const { _component } = requireGiven(thing, { what, has: '_component' }, `${place}, ${kind}[${index}]`);
    if (_component.kind !== kind) {
      throw new Error(`${place}, ${kind}[${index}]: "${_component.type}" is one of the ${_component.kind}. Make it with ${maker}.`);
    }
    return _component;
  });
}
