import type { Command, CommanderError, Help } from 'commander'
import { displayWidth } from './terminal.ts'

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

/** The help of a command and of all its subcommands, in Chinese. */
export const CHINESE_HELP: Partial<Help> = {
  displayWidth,
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command) => {
    const names: string[] = []
    for (let each: Command | null = command; each !== null; each = each.parent) names.unshift(each.name())
    return `${names.join(' ')} ${usageOf(command)}`.trim()
  },
  subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`.trim(),
  optionDescription: (option) => {
    const choices = option.argChoices === undefined ? '' : `（可选：${option.argChoices.join('、')}）`
    const preset =
      option.defaultValueDescription === undefined ? '' : `（默认：${option.defaultValueDescription}）`
    return `${option.description}${choices}${preset}`
  },
  argumentDescription: (argument) => argument.description,
}

function usageOf(command: Command): string {
  const subcommand = command.commands.length > 0 ? '<命令> [选项]' : '[选项]'
  return `${argumentsOf(command)} ${subcommand}`.trim()
}

function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map((argument) => {
      const name = `${argument.name()}${argument.variadic ? '…' : ''}`
      return argument.required ? `<${name}>` : `[${name}]`
    })
    .join(' ')
}

const QUOTED = /'([^']+)'/

/** What is wrong with a command line, in one sentence; `undefined` when the person only asked for help. */
export function sentenceOfCommandLine(error: CommanderError): string | undefined {
  const named = QUOTED.exec(error.message)?.[1] ?? ''
  const meant = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]
  const hint = meant === undefined ? '' : `，是不是要用 ${meant.trim()}`
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return undefined
    case 'commander.help':
      return '请给出要执行的命令'
    case 'commander.unknownCommand':
      return `没有“${named}”这个命令${hint}，可用的命令见 --help`
    case 'commander.unknownOption':
      return `没有“${named}”这个选项${hint}，可用的选项见 --help`
    case 'commander.missingArgument':
      return `缺少参数“${named}”，用法见 --help`
    case 'commander.optionMissingArgument':
      return `选项“${named}”后面要有内容，用法见 --help`
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项“${named}”，用法见 --help`
    case 'commander.excessArguments':
      return '参数过多，用法见 --help'
    case 'commander.conflictingOption':
      return `选项“${named}”不能与其他选项同时使用，用法见 --help`
    case 'commander.invalidArgument':
      return chinesePart(error.message)
    default:
      return error.message.replace(/^error: /, '')
  }
}

/** `error: option '--year <年度>' argument 'x' is invalid. …` → the sentence that the option's own parser gave. */
function chinesePart(message: string): string {
  const own = /is invalid[^.]*\. (.*)$/s.exec(message)?.[1]
  const allowed = own === undefined ? undefined : /Allowed choices are (.*)\.$/.exec(own)?.[1]
  if (allowed === undefined) return own ?? message
  const [option = '', value = ''] = [...message.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '')
  return `“${option}”不能是“${value}”，可选：${allowed.split(', ').join('、')}`
}
