import { contacts as contract } from '@mingfu/contract'
import { appointContact } from '../services/oversight/contacts/appoint-contact.ts'
import { changeContact } from '../services/oversight/contacts/change-contact.ts'
import { listContacts } from '../services/oversight/contacts/list-contacts.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function contactRoutes(api: Api): void {
  api.route(contract.list, ({ ctx }) => listContacts(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.appoint, async ({ ctx, body }) => ({
    contactId: await appointContact(ctx, { agencyId: agencyOf(ctx), ...body }),
  }))
  api.route(contract.change, ({ ctx, params, body }) =>
    changeContact(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
}
