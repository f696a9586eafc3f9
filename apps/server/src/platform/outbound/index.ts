export { isPublicAddress } from './public-address.ts';
export {
  addressFault,
  createOutbound,
  type Outbound,
  type OutboundAnswer,
  type OutboundOptions,
  type OutboundRequest,
} from './outbound.ts';
export { OutboundError } from './outbound-error.ts';
