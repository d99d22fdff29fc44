import type { PublicationRuleId } from '@mingfu/law'

const LAW = 'law/src/disclosure'
const DISCLOSURE = 'server/src/services/disclosure'
const HEALTH =
  'server/src/site-rules.test.ts#finds every watched rule broken on a site where everything is wrong, each by its own name'
const FAULTS = `${DISCLOSURE}/submission-faults.unit.test.ts`
const PAGES = 'server/src/portal/rules-on-pages.test.ts'
const PORTAL = 'server/src/portal/pages.test.ts'
const RELEASE = `${DISCLOSURE}/release.test.ts`
const BEFORE = `${DISCLOSURE}/before-release.test.ts`
const FORMS = `${DISCLOSURE}/content-forms.test.ts`
const LISTS = `${DISCLOSURE}/lists.test.ts`
const SCREENING = `${DISCLOSURE}/screening.test.ts`
const CHANNELS = 'server/src/services/channels/channels.test.ts'
const FEEDBACK = 'server/src/services/feedback/feedback.test.ts'
const CALLS = 'server/src/services/feedback/opinion-calls/opinion-calls.test.ts'
const AGENCIES = 'server/src/services/agencies'
const LINKS = 'server/src/services/site-health/links.test.ts'
const SCREEN = 'screening/src'
const TEXTS = `${SCREEN}/screen-texts.test.ts`
const WRITTEN = `${SCREEN}/written-otherwise.test.ts#发布前检查 finds a number, a mark, a word however it is written`
const PLANTED = `${SCREEN}/planted.test.ts#发布前检查 finds what is planted in every layer of every format`

/**
 * 每条规则的测试: for each rule the tests that fail when it is broken, as `file#words`; the words are the title of the
 * test or, in a table, of its case.
 */
// biome-ignore format: a table
export const PUBLICATION_RULE_TESTS: Readonly<Record<PublicationRuleId, readonly string[]>> = {
  'PUB-01': [`${RELEASE}#counts the day to publish as twenty working days from writing: 2019-09-27 → 2019-10-30`, `${LISTS}#shows staff what is overdue`, HEALTH],
  'PUB-02': [`${LAW}/disclosure.test.ts#a limit past the last holiday notice is 暂定`],
  'PUB-03': [`${LAW}/disclosure.test.ts#reminders at half and four fifths of 20 working days`, `${DISCLOSURE}/due/due.test.ts#tells of the half and of four fifths of the time, and of what has run out, each stage once`, HEALTH],
  'PUB-04': [`${LAW}/disclosure.test.ts#the maker, the keeper, the first organ, the leading organ`, `${FAULTS}#another organ’s, unnamed`],
  'PUB-05': [`${FORMS}#what another organ leads or made is not published as one’s own`, HEALTH],
  'PUB-06': [`${FORMS}#what another organ leads or made is not published as one’s own`, HEALTH],
  'PUB-07': [`${BEFORE}#waits for everybody who was asked, and then the review goes on`, `${BEFORE}#the other organ that said no is not passed over (第十一条第一款)`],
  'PUB-08': [`${BEFORE}#what needs an approval has one (第十一条第二款)`, `${LAW}/heard.test.ts#no view is no approval`],
  'PUB-09': [`${FAULTS}#第（十五）项 without its law`, `${DISCLOSURE}/levels.test.ts#asks for the law that wants it where 第（十五）项 is chosen`],
  'PUB-10': [`${FAULTS}#a township’s item in a county`, `${FAULTS}#a county’s item in a township`],
  'PUB-11': [`${LAW}/standard-catalogue.test.ts#is whole, or says what it lacks`, `${DISCLOSURE}/catalogue/catalogue.test.ts#names every fault by row and takes in nothing of a table with one`],
  'PUB-12': [`${LAW}/catalogue-duty.test.ts#a duty without a current item is a gap, one that may stay closed or waits for a request is none`, HEALTH],
  'PUB-13': [`${PAGES}#PUB-13: stands in the catalogue with index, title, summary and day`],
  'PUB-14': [`${LISTS}#misses nothing that the regulation lists`],
  'PUB-15': [`${DISCLOSURE}/due/due.test.ts#a change of leaders is owed until the page of leaders says so`, HEALTH],
  'PUB-16': [`${FAULTS}#another kind than the column`, `${FORMS}#a column takes only its kinds`, HEALTH],
  'PUB-17': [`${PORTAL}#has the entries by exact label and in order, at the left of every list, with the third one open`],
  'PUB-18': [`${AGENCIES}/agencies.test.ts#has an address of its own, also when two are made at once`],
  'PUB-19': [`${PAGES}#PUB-19: is found, read and downloaded by somebody who has not signed in`],
  'PUB-20': [`${FAULTS}#no title`, `${FAULTS}#no issuer`, `${FAULTS}#no column`, `${FAULTS}#no summary`, HEALTH],
  'PUB-21': [`${RELEASE}#goes from draft to the public by four people’s hands, with a number and the server’s own time`, HEALTH],
  'PUB-22': [`${FAULTS}#written tomorrow`, `${FAULTS}#in force before it was written`, HEALTH],
  'PUB-23': [`${FAULTS}#a damaged number is told as it should be`, `${RELEASE}#keeps clean HTML and puts a damaged document number right`, HEALTH],
  'PUB-24': [`${LAW}/disclosure.test.ts#索引号 carries the code of its own organ`, HEALTH],
  'PUB-25': [`${RELEASE}#goes from draft to the public by four people’s hands, with a number and the server’s own time`, HEALTH],
  'PUB-26': [`${DISCLOSURE}/due/due.test.ts#a document of before the reform bears the name of then`],
  'PUB-27': ['law/src/decision/document-number.test.ts#its year is the year of the document, or somebody looks', HEALTH],
  'PUB-28': [`${LAW}/title.test.ts#关于进一步做好防汛工作的`, `${FAULTS}#a shortened title`, HEALTH],
  'PUB-29': [`${DISCLOSURE}/catalogue/catalogue.test.ts#shows one text in several places and counts it in each`],
  'PUB-30': ['server/src/portal/open-data/open-data.test.ts#gives the catalogue under the names of its metadata'],
  'PUB-31': [`${LAW}/publication-state.test.ts#approval missing`, `${RELEASE}#refuses to publish, sign or review out of order`, HEALTH],
  'PUB-32': [`${FAULTS}#closed without a ground`, `${FAULTS}#closed without a reason`, `${RELEASE}#keeps what was judged not to be disclosed from everybody outside`],
  'PUB-33': [`${BEFORE}#a policy document is kept closed only after the disclosure office was heard, and the list says on what ground`],
  'PUB-34': [`${LAW}/publication-state.test.ts#levels pass in order, by different persons, over one content`, `${RELEASE}#lets nobody judge what they wrote, not even with both roles`],
  'PUB-35': [`${RELEASE}#voids review and signature by any edit, and a later publication needs them anew`, `${RELEASE}#voids the signature by an attachment too`, HEALTH],
  'PUB-36': [`${BEFORE}#however long nothing is signed, nothing goes out`, `${LAW}/publication-state.test.ts#from %s`],
  'PUB-37': [`${FAULTS}#the mark printed in the text has to say what the attribute is`, HEALTH],
  'PUB-38': [`${SCREEN}/wording/wording.test.ts#lists references that are not known to be public`, HEALTH],
  'PUB-39': [`${LAW}/heard.test.ts#a third party said no`, `${LAW}/disclosure.test.ts#privacy, not dealt with`],
  'PUB-40': [`${RELEASE}#sends doubt to the competent department and goes on with its answer`, `${LAW}/publication-state.test.ts#published while under referral`],
  'PUB-41': [`${LAW}/disclosure.test.ts#withheld items are looked at again after a year, or when something changes`, `${BEFORE}#lists what was not opened with a day a year on, keeps it with a reason or sets it on its way out`, HEALTH],
  'PUB-42': [`${FORMS}#a document without interpretation, plan or reason does not go out`, `${FORMS}#a plan holds for three working days`, HEALTH],
  'PUB-43': [`${PAGES}#PUB-43: an interpretation leads to its document, and the document back`, `${LAW}/document-field.test.ts#covers nine elements`],
  'PUB-44': [`${LISTS}#shows a stated validity as ended on the day after its last, though nobody marked it`, HEALTH],
  'PUB-45': [`${PAGES}#PUB-45: bears the mark of repeal on its page, in the list, in the search and in what is downloaded`],
  'PUB-46': [`${LAW}/disclosure.test.ts#documents never change each other in a circle`, `${LISTS}#refuses documents that repeal each other`, HEALTH],
  'PUB-47': [`${PAGES}#PUB-47: a rule is title, caption and text on its paper, and nothing else`, `${LAW}/document-field.test.ts#tells promulgation, amendments and effect`],
  'PUB-48': [`${LAW}/document-field.test.ts#规章 are for organs that may make them`, `${AGENCIES}/agencies.test.ts#is changed with effect on the portal, and cannot claim the power to make 规章 that it has not`],
  'PUB-49': [`${FAULTS}#attachments that the text names have to be there`, HEALTH],
  'PUB-50': [`${PORTAL}#are complete on a content page, with the time of publication in China to the minute`, `${LAW}/disclosure.test.ts#the mistakes that real sites make`, HEALTH],
  'PUB-51': [`${PAGES}#PUB-51: has host, operator, contact, code, both records, the sign, error reporting and the map at its foot`, HEALTH],
  'PUB-52': [`${LAW}/document-field.test.ts#页脚和标识码`, HEALTH],
  'PUB-53': [`${PORTAL}#are complete on a content page, with the time of publication in China to the minute`, HEALTH],
  'PUB-54': [`${LAW}/page-weight.test.ts#one that is too heavy, and many that are together`, `${RELEASE}#warns of one that would not open in time, and of no other file`, HEALTH],
  'PUB-55': [`${SCREEN}/page/page-faults.test.ts#正文的无障碍检查`, HEALTH],
  'PUB-56': [`${PAGES}#PUB-56: reaches 长者模式 by one control, and nothing in it pops up`],
  'PUB-57': [`${PORTAL}#answers every page without a script or a style of its own, and asks no other host for anything`],
  'PUB-58': [`${PORTAL}#answers every page without a script or a style of its own, and asks no other host for anything`],
  'PUB-59': [HEALTH],
  'PUB-60': [WRITTEN, PLANTED, `${SCREENING}#lets nobody pass what is forbidden, with whatever reason`, HEALTH],
  'PUB-61': [WRITTEN, PLANTED, `${RELEASE}#stops at personal data until the reviewer gives a reason for each finding`, HEALTH],
  'PUB-62': [WRITTEN, PLANTED, HEALTH],
  'PUB-63': [WRITTEN, PLANTED, HEALTH],
  'PUB-64': [`${SCREEN}/hidden-content.test.ts#the body of a Word file with everything in it`, `${SCREENING}#looks into every layer of an attachment, and stops at what does not open`, HEALTH],
  'PUB-65': [`${SCREEN}/hidden-content.test.ts#under a black box`, HEALTH],
  'PUB-66': [`${TEXTS}#asks for the basis and the end of a list of persons, and for fewer columns`, `${DISCLOSURE}/levels.test.ts#takes down on the day after the last one, and says so at the address`],
  'PUB-67': [WRITTEN, PLANTED, `${SCREENING}#lets nobody pass what is forbidden, with whatever reason`, HEALTH],
  'PUB-68': [`${LAW}/disclosure.test.ts#a settled yes does not lift a bar`],
  'PUB-70': [WRITTEN, PLANTED, `${SCREEN}/wording/wording.test.ts#中国入民银行`, HEALTH],
  'PUB-71': [`${SCREEN}/wording/wording.test.ts#六合彩开奖`, `${RELEASE}#stops at personal data until the reviewer gives a reason for each finding`, HEALTH],
  'PUB-72': [`${SCREEN}/wording/wording.test.ts#秸杆禁烧`, `${SCREENING}#asks no reason for a reminder`, HEALTH],
  'PUB-73': [`${SCREENING}#queues a new look at what is published, which assigns what it finds to the drafter`, HEALTH],
  'PUB-80': [`${SCREENING}#within the site lead to what is public, and out of it to organs of state or where a reviewer approved`, HEALTH],
  'PUB-81': [`${SCREENING}#within the site lead to what is public, and out of it to organs of state or where a reviewer approved`, `${LINKS}#calls each address once a day, and tells one that failed twice, since when and where`, HEALTH],
  'PUB-82': [`${RELEASE}#refuses an attachment whose bytes are not what its name says, and one whose name says nothing`, `${SCREENING}#looks into every layer of an attachment, and stops at what does not open`, HEALTH],
  'PUB-83': [`${LINKS}#shows a page that turned into another, until a person has looked`, HEALTH],
  'PUB-84': [`${SCREEN}/hidden-content.test.ts#links`, `${SCREENING}#are looked at like any other within it, though it is an organ of state, and are not of the old protocol`, HEALTH],
  'PUB-85': [`${SCREEN}/hidden-content.test.ts#links`, HEALTH],
  'PUB-90': [`${LAW}/update-class.test.ts#a home page fifteen days old`, HEALTH],
  'PUB-91': [`${LAW}/update-class.test.ts#five columns stale by their class, ten that should move, or five that are blank`, HEALTH],
  'PUB-92': [`${LAW}/update-class.test.ts#five columns stale by their class, ten that should move, or five that are blank`, HEALTH],
  'PUB-93': [`${PORTAL}#does not render a column without items`, HEALTH],
  'PUB-94': [`${LAW}/update-class.test.ts#an account that slept for two weeks`, HEALTH],
  'PUB-95': [`${LAW}/update-class.test.ts#five columns stale by their class, ten that should move, or five that are blank`, HEALTH],
  'PUB-96': [`${LAW}/update-class.test.ts#the newest of a page, and none where no entry shows a day`],
  'PUB-97': [`${LAW}/update-class.test.ts#five failures in a hundred probes`, `${LINKS}#counts a week of probes, and says nothing is measured where the site has no address`, HEALTH],
  'PUB-98': ['cli/src/bundle/site-bundle.test.ts#names what was altered, removed or put in, and restores it'],
  'PUB-99': ['cli/src/bundle/site-bundle.test.ts#altered anywhere: refused before anything changes', 'cli/src/bundle/site-bundle.test.ts#repeated or reordered: refused, and the site stays', 'cli/src/bundle/site-bundle.test.ts#of another sender, or without signature: refused'],
  'PUB-100': [`${LAW}/deposit.test.ts#a site that closes is announced, registered, migrated, and its domain given up; a new code changes no record`, `${DISCLOSURE}/archive/archive.test.ts#a change of the website is done when every step of its list is, each with who did it and how`],
  'PUB-101': [`${CHANNELS}#goes from a published document to a receipt; published only once the platform says 0`],
  'PUB-102': [`${CHANNELS}#does not prepare a title of 33 characters, an article without cover, or an unpublished text`, `${LAW}/wechat-article.test.ts#has nothing to say about an article at every limit`],
  'PUB-103': [`${CHANNELS}#stays outstanding until somebody says that it is gone`, HEALTH],
  'PUB-104': [`${DISCLOSURE}/archive/archive.test.ts#hands on what October brought in November, once, and registers the receipt; without one it is overdue`],
  'PUB-110': [`${PAGES}#PUB-110: leads to the consultation`, HEALTH],
  'PUB-111': [`${LAW}/supervision.test.ts#互动: until when an answer is owed`, `${FEEDBACK}#takes a message sealed, with a number, a code and five working days for a plain question`, HEALTH],
  'PUB-112': [`${LAW}/supervision.test.ts#a message warns on the thirtieth day and fails after three months`, HEALTH],
  'PUB-113': [`${FEEDBACK}#lets no personal data out with an answer, and sends a poor one back with a reason`, `${FEEDBACK}#is answered by one and released by another, and shown to whoever has the code`],
  'PUB-114': [`${LAW}/opinion-call.test.ts#征集结果: within thirty days of the closing`, `${CALLS}#ends with what was taken up, by two hands, and leads to the document that came of it`, HEALTH],
  'PUB-115': [`${LAW}/supervision.test.ts#no step is skipped, every pair is decided`, HEALTH],
  'PUB-116': [`${LAW}/supervision.test.ts#somebody is in office, and trained within the year`, HEALTH],
  'PUB-120': ['law/src/annual-report/rules/publication.test.ts#a date that falls on a day off does not move: 31 January 2026 is a Saturday', HEALTH],
  'PUB-121': ['report/src/check/check-report.test.ts#with other figures only is found'],
  'PUB-122': ['server/src/services/site-health/website-report/website-report.test.ts#takes what is filled in, never what is counted, and is published once it is whole', HEALTH],
  'PUB-130': [`${AGENCIES}/staff.test.ts#is for the security administrator, and on the audit trail with before and after`],
  'PUB-131': [`${AGENCIES}/second-factor/second-factor.test.ts#comes before all else but the first password, once the code was entered`],
  'PUB-132': [`${AGENCIES}/sign-in.test.ts#locks the account for a quarter of an hour after five failures, the right password included`, `${AGENCIES}/sign-in.test.ts#ends half an hour after the last call, and twelve hours after the sign-in however busy`, `${AGENCIES}/sign-in.test.ts#keeps the five newest sessions of an account`],
  'PUB-133': [`${AGENCIES}/agencies.test.ts#names an entry that somebody changed behind the program`, `${LAW}/retention.test.ts#keeps the audit trail for 190 days at least, and logs for six months (网络安全法 第二十三条)`],
  'PUB-134': [`${AGENCIES}/disable-unused-staff.test.ts#is disabled once 90 days are over since the last sign-in, and not before`],
  'PUB-135': [`${SCREENING}#does not even keep a file with a mark of secrecy`],
}
