import { Construct, Node } from 'constructs';

/** Lets some of the children stand before all others: objects are rendered in the order of children, and some have to be there before others are. */
export function putFirst({ node }: Construct, isFirst: (child: Construct) => boolean): void {
  Object.defineProperty(node, 'children', {
    get: () => {
      const children = Reflect.get(Node.prototype, 'children', node) as Construct[];
      const [first, others] = [true, false].map(wanted => children.filter(child => isFirst(child) === wanted));
      return [...first, ...others];
    },
  });
}
