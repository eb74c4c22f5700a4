import { ISTIO_MEMBERSHIP, OTHER_MEMBERSHIPS } from '../../../lib/istio/private/memberships';
import * as linkerd from '../../../lib/linkerd/private/memberships';

test('[F004] what each mesh knows of the other is what that says of itself', () => {
  expect(OTHER_MEMBERSHIPS).toEqual([linkerd.LINKERD_MEMBERSHIP]);
  expect(linkerd.OTHER_MEMBERSHIPS).toEqual([ISTIO_MEMBERSHIP]);
});
