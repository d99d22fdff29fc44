import type { Agency } from '../../services/agencies/find-agency.ts'
import type { Topic } from '../../services/disclosure/catalogue/topics.ts'

/** 专题 that are kept up and hold something. */
export function shownTopics(topics: readonly Topic[]): readonly Topic[] {
  return topics.filter(({ isOpen, count }) => isOpen && count > 0)
}

export function topicPath(agency: Pick<Agency, 'slug'>, { code }: Pick<Topic, 'code'>): string {
  return `/${agency.slug}/topics/${code}`
}

type Props = Readonly<{ agency: Agency; topics: readonly Topic[] }>

/** 专题专栏 of a front page: a card with the topics, absent where there are none. */
export function TopicCards({ agency, topics }: Props) {
  if (topics.length === 0) return null
  return (
    <section class="card">
      <div class="head-row">
        <h2 class="h-bar">专题专栏</h2>
        <a class="more" href={`/${agency.slug}/key-areas#topics`}>
          全部<span class="sr">专题</span>
        </a>
      </div>
      <ul class="topics">
        {topics.map((topic) => (
          <li>
            <a href={topicPath(agency, topic)}>
              <b>{topic.title}</b>
              {topic.description && <span class="said">{topic.description}</span>}
              <span>
                {topic.count}条{topic.newestOn && `，${topic.newestOn}更新`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
