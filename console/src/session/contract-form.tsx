import { fieldErrors, type RouteContract, schemaAt, titleAt } from '@mingfu/contract'
import { createContext, type ReactElement, type ReactNode, useContext, useId } from 'react'
import { Button, ErrorNote, Flex, Form, type FormItemProps, Modal } from '../ui/index.ts'
import type { CallInput } from './call.ts'
import { errorBeside, showFieldProblems } from './form-problem.ts'
import { type ActOptions, useAct } from './use-call.ts'

type Body = NonNullable<RouteContract['body']>
type Values = Record<string, unknown>

const BodyContext = createContext<Body | undefined>(undefined)

export type ContractFormProps<Route extends RouteContract> = ActOptions<Route> &
  Readonly<{
    route: Route
    /** Parameters and query of the call; its body comes from the fields. */
    input?: Omit<CallInput<Route>, 'body'>
    initial?: Values
    /** Changes what the fields gave into the body, where the two differ. */
    toBody?: (values: Values) => unknown
    /** Empties the fields when it is done: secrets do not stay on the screen. */
    clears?: boolean
    children: ReactNode
  }>

/**
 * A form whose labels, required marks and sentences come from the contract of the route that it calls; what the server
 * says about a field lands on that field.
 */
export function ContractForm<Route extends RouteContract>(
  props: ContractFormProps<Route> & Readonly<{ submit: string }>,
) {
  const { form, act, finish } = useContractForm(props)
  return (
    <BodyContext value={props.route.body}>
      <Form
        form={form}
        layout="vertical"
        initialValues={shown(props.initial)}
        onFinish={finish}
        scrollToFirstError={{ focus: true }}
      >
        {props.children}
        <Flex vertical gap="middle" align="start">
          <ErrorNote error={errorBeside(form, act.error)} />
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {props.submit}
          </Button>
        </Flex>
      </Form>
    </BodyContext>
  )
}

/** The same in a dialog. Mount it to open it, so that it always begins anew. */
export function FormDialog<Route extends RouteContract>(
  props: ContractFormProps<Route> & Readonly<{ title: string; submit?: string; onClose: () => void }>,
) {
  const { form, act, finish } = useContractForm(props)
  const id = useId()
  return (
    <Modal
      open
      title={props.title}
      okText={props.submit ?? '保存'}
      okButtonProps={{ htmlType: 'submit', form: id }}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <BodyContext value={props.route.body}>
        <Form id={id} form={form} layout="vertical" initialValues={shown(props.initial)} onFinish={finish}>
          {props.children}
        </Form>
      </BodyContext>
      <ErrorNote error={errorBeside(form, act.error)} />
    </Modal>
  )
}

function useContractForm<Route extends RouteContract>(props: ContractFormProps<Route>) {
  const { route, input, toBody = (values) => values, done, onDone, clears } = props
  const [form] = Form.useForm()
  const act = useAct(route, {
    ...(done ? { done } : {}),
    onDone: (answer) => {
      if (clears) form.resetFields()
      onDone?.(answer)
    },
  })
  const finish = (values: Values) => {
    const body = toBody(filled(route.body, values))
    act.mutate({ ...input, body } as CallInput<Route>, { onError: (error) => showFieldProblems(form, error) })
  }
  return { form, act, finish }
}

/** A field shows nothing where the record has nothing. */
function shown(initial: Values = {}): Values {
  return Object.fromEntries(Object.entries(initial).filter(([, value]) => value !== null))
}

/** An empty text is no text: null where the contract takes it, otherwise left out. */
function filled(schema: RouteContract['body'], values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, fieldValue(schema, [name], value)]),
  )
}

function fieldValue(schema: RouteContract['body'], path: readonly string[], value: unknown): unknown {
  if (value !== '' && value !== undefined) return value
  const field = schema && schemaAt(schema, path)
  return field?.safeParse(null).success ? null : undefined
}

type FieldProps = Omit<FormItemProps, 'name' | 'children' | 'required' | 'rules'> &
  Readonly<{ name: string | readonly string[]; children: ReactElement }>

/** One field of the contract: `<Field name="reason"><Input /></Field>`. */
export function Field({ name, children, ...item }: FieldProps) {
  const body = useContext(BodyContext)
  const path = typeof name === 'string' ? [name] : name
  const field = body && schemaAt(body, path)
  const rules = field && [
    {
      required: isRequired(field),
      validator: async (_rule: unknown, value: unknown) => {
        const checked = field.safeParse(fieldValue(body, path, value), { reportInput: true })
        if (!checked.success) throw new Error(Object.values(fieldErrors(field, checked.error))[0])
      },
    },
  ]
  return (
    <Form.Item
      label={body && titleAt(body, path)}
      validateTrigger="onBlur"
      {...item}
      name={[...path]}
      rules={rules ?? []}
    >
      {children}
    </Form.Item>
  )
}

/** Whether leaving the field alone is an error. */
function isRequired(field: Body): boolean {
  return ![undefined, null, '', []].some((empty) => field.safeParse(empty).success)
}
