/**
 * Radicals of the supplement block (U+2E80 to U+2EF3) that some PDF writers put where the character itself belongs,
 * and that Unicode's own folding leaves alone.
 */
const SUPPLEMENT =
  '⼾户⾭青⺟母⺠民⺫目⺮竹⻀艹⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻌辶⻐钅⻑长⻒长⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟⺁厂⺄乙⺇几⺌小⺎兀⺔彑⺙攵⺛旡⺝月⺞歹⺢水⺥爫⺧牛⺩王⺪疋⺬示⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺾艹⺿艹⻂衤⻃西⻊足⻍辶⻎辶⻏邑⻖阜⻗雨⻞食⻡首'

const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, index) => [
    SUPPLEMENT.charAt(2 * index),
    SUPPLEMENT.charAt(2 * index + 1),
  ]),
)

/** 部首还原为汉字: `⼀、总体情况` → `一、总体情况`, `⻔⼾` → `门户`. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => CHARACTERS.get(radical) ?? radical.normalize('NFKC'))
}
