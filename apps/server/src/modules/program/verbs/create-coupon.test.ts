import { enrollmentRoutes } from '@cordee/contract/enrollment';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf } from '../../../../test/tenant.ts';
import { addPartner, addProgram, enrollIn, parsed, uuidOf } from '../../../../test/terms.ts';
import { createCoupon, createLink, endCoupon, listCoupons } from '../index.ts';
import { loadTerms } from '../queries/load-terms.ts';

it('belongs to one enrollment, apart from link codes, until it ends', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const enrollment = await enrollIn(tenant, await addProgram(tenant), await addPartner(tenant));
    const enrollmentId = uuidOf('enr', enrollment.id);
    await createLink(tenant.as('owner'), { enrollmentId, code: 'summer10' }, 'http://localhost');
    const coupon = await createCoupon(tenant.as('manager'), { enrollmentId, code: 'SUMMER10' });
    expect(coupon).toMatchObject({ code: 'summer10', partnerId: enrollment.partnerId, endedAt: null });
    const taken = await refusalOf(() => createCoupon(tenant.as('owner'), { enrollmentId, code: 'Summer10' }));
    expect(taken).toMatchObject({ code: 'already_exists', fields: [{ example: 'summer10-2' }] });

    const ended = await endCoupon(tenant.as('owner'), uuidOf('cpn', coupon.id));
    expect(ended.endedAt).not.toBeNull();
    expect(await endCoupon(tenant.as('owner'), uuidOf('cpn', coupon.id))).toEqual(ended);
    expect((await listCoupons(tenant.as('viewer'), parsed(enrollmentRoutes.listCoupons.query, {}))).items).toEqual([ended]);
    const { coupons, codes } = await tenant.read((tx) => loadTerms(tx, tenant.workspaceId));
    expect(coupons.get('summer10')?.map(({ value }) => value.enrollmentId)).toEqual([enrollmentId, '']);
    expect(codes.get('summer10')).toHaveLength(1);
  }));
