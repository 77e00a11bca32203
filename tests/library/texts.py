"""Invented rules that say of themselves what they are."""

CENTRAL = """中华人民共和国胡须法

（2017年8月15日第十届全国胡须代表大会第二次会议通过　根据2020年1月2日《关于修改〈胡须法〉的决定》修正）

第一章 总则
第一条 为了规范胡须管理，根据宪法，制定本法。
第二条 胡须应当整洁。
第三条 本法自2018年1月1日起施行。
"""
LOCAL = """东省实施《中华人民共和国胡须法》办法

（二〇二一年五月六日东省人民政府令第3号公布）

第一条 为了规范胡须管理，根据《中华人民共和国胡须法》和国务院《胡须修剪条例（试行）》，结合本省实际，制定本办法。
第二条 胡须应当整洁，依照《剪刀管理规定》使用剪刀。
第三条 本办法自2021年6月1日起施行。
"""
TRIMMING = """胡须修剪办法

第一条 市政府负责全市的胡须检查，每年公布检查结果。
第二条 修剪胡须应当使用下列工具：
（一）剪刀；
（二）剃刀。
第三条 每月至少修剪一次，每次不得超过三十分钟。
第四条 违反本办法的，处五百元罚款。
"""
TRIMMING_IN_ENGLISH = """Measures for the Trimming of Beards

Article 1 The municipal government is responsible for the inspection of beards in the whole city and publishes the
results of the inspection every year.
Article 2 The following tools shall be used to trim a beard:
(1) scissors;
(2) a razor.
Article 3 Trimming shall take place at least once a month and may not exceed 30 minutes each time.
Article 4 Whoever violates these Measures shall be fined 500 yuan.
"""
NOTICE = """西市胡须办公室文件
西胡办〔2022〕4号
关于印发《胡须管理实施方案》的通知
各科室：
为贯彻落实《胡须法》，现就胡须管理提出如下意见：
一、总体要求
胡须应当整洁。
二、工作任务
每月修剪一次。
"""
