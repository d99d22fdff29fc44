-- What is due for removal by the schedule of retention. 《个人信息保护法》第十九条、第四十七条
grant delete on staff_reminder, staff_contact to mingfu_app;
