import type { AbleEngineer, Desk, DeskOrder, ExcludedEngineer, MoneyLine } from './clerk'
import type { CheckItem, CommandResult, FieldClock, FieldVisit, Stop, Today, VisitFacts } from './field'
import type { PortalMessage, Slot, Tracking } from './portal'
import type { Schemas } from './schemas'

/**
 * The phone reads some answers more narrowly than the server describes them (a state is one of five words, not any
 * text). Here the compiler holds that every field it reads exists there under the same name.
 */
type Reads<Mine, Server extends Record<keyof Mine, unknown>> = [Mine, Server]

export type Conforms = [
  Reads<Tracking, Required<Schemas['Tracking']>>,
  Reads<PortalMessage, Schemas['Line']>,
  Reads<Slot, Schemas['SlotOut']>,
  Reads<Today, Schemas['Today']>,
  Reads<Stop, Schemas['DayStop']>,
  Reads<FieldVisit, Schemas['FieldVisit']>,
  Reads<VisitFacts, Schemas['VisitFactsOut']>,
  Reads<CheckItem, Schemas['CheckOut']>,
  Reads<CommandResult, Schemas['TakenOut']>,
  Reads<FieldClock, Schemas['ClockFace']>,
  Reads<Desk, Schemas['Desk']>,
  Reads<DeskOrder, Schemas['DeskOrder']>,
  Reads<MoneyLine, Schemas['MoneyLine']>,
  Reads<AbleEngineer, Schemas['AbleRow']>,
  Reads<ExcludedEngineer, Schemas['ExcludedRow']>,
]
