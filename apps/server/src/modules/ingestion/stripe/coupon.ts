import { idAt, isObject, listAt, objectAt, textAt, type JsonObject } from '../translation/json.ts';
import { codeOf } from '../translation/touch.ts';
import type { World } from '../translation/translation.ts';

/**
 * The code a buyer used, from the discounts of an invoice or a session. Stripe sends the promotion code's id only, so the
 * connection's `promotionCodes` may say which code it is; else an expanded code, else the coupon's own id or name.
 */
export function couponOf(object: JsonObject, world: World): string | null {
  const single = objectAt(object, 'discount');
  const discounts = [...listAt(object, 'discounts'), ...(single === null ? [] : [single])];
  for (const discount of discounts) {
    const promotion = discount['promotion_code'];
    const promotionId = idAt(discount, 'promotion_code');
    const mapped = promotionId === null ? undefined : world.settings.promotionCodes[promotionId];
    const expanded = isObject(promotion) ? textAt(promotion, 'code') : null;
    const coupon = objectAt(discount, 'coupon') ?? objectAt(objectAt(discount, 'source'), 'coupon');
    const couponId = idAt(discount, 'coupon') ?? idAt(objectAt(discount, 'source'), 'coupon');
    const code = codeOf(mapped ?? expanded ?? textAt(coupon, 'name') ?? couponId);
    if (code !== null) return code;
  }
  return null;
}
