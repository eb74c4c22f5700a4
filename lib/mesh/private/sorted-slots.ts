import { Construct, Node } from 'constructs';
import { compareTexts } from './compare-texts';
import { Slot } from './slot';

/**
 * Lets the places that are made for a construct from now on stand in the order of their ids, behind all else. For places of which nobody knows
 * beforehand that they are needed: objects are rendered in the order of children, and calls are not to change it.
 */
export function sortLaterSlots({ node }: Construct): void {
  const first = new Set(node.children);
  Object.defineProperty(node, 'children', {
    get: () => {
      const children = Reflect.get(Node.prototype, 'children', node) as Construct[];
      const [later, others] = [true, false].map(isLater => children.filter(child => isLater === (child instanceof Slot && !first.has(child))));
      return [...others, ...later.sort((a, b) => compareTexts(a.node.id, b.node.id))];
    },
  });
}
