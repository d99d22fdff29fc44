-- A reminder of an order of supervision goes to one person by one way once a day.
create unique index notification_once_of_order
  on notification (agency_id, staff_id, channel, occasion, number, occasion_on)
  where occasion in ('order-due', 'order-overdue');
